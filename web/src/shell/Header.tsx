import { language, speak } from '../i18n/language';
import { choose, theme } from '../theme/theme';
import { EntityBox } from '../shared/EntityBox';
import { views, type View } from '../views/registry';
import { keeping } from './filters';
import { shell } from './messages';
import { go, parameters, path, setParameters } from './place';

export function Header({ current }: { current: View | null }) {
  const dark = theme() === 'dark';
  return (
    <header class="frame-head">
      <a class="brand" href="/" aria-label={shell('home')}>
        <img src="/assets/icon.svg" alt="" width="24" height="24" />
        <span>{shell('brand')}</span>
      </a>
      {path.value === '/' ? (
        <span class="spring" />
      ) : (
        <search class="head-search">
          <EntityBox
            label={shell('search')}
            onChoose={(found) => {
              go(keeping(`/${found.path}`));
            }}
          />
        </search>
      )}
      <Navigation current={current} />
      <div class="switches">
        <button
          type="button"
          class="plain"
          lang={language.value === 'ar' ? 'en' : 'ar'}
          onClick={() => {
            speak(language.value === 'ar' ? 'en' : 'ar');
            // What the address says would win again when it is loaded anew.
            if (parameters.value.has('lang')) setParameters({ lang: null }, { replace: true });
          }}
        >
          {shell('otherLanguage')}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={shell(dark ? 'toLight' : 'toDark')}
          title={shell(dark ? 'toLight' : 'toDark')}
          onClick={() => {
            choose(dark ? 'light' : 'dark');
          }}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4" />
            <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </header>
  );
}

const TITLES = {
  search: 'view_search',
  network: 'view_network',
  conflicts: 'view_conflicts',
  map: 'view_map',
  timeline: 'view_timeline',
  documents: 'view_documents',
  query: 'view_query',
} as const;

function isTitled(name: string): name is keyof typeof TITLES {
  return name in TITLES;
}

/** The name of a view in the reader's language. */
export const viewTitle = (name: string): string => (isTitled(name) ? shell(TITLES[name]) : name);

function Navigation({ current }: { current: View | null }) {
  return (
    <nav aria-label={shell('views')}>
      <ul>
        {views.map(
          (view) =>
            view.entry && (
              <li key={view.name}>
                <a href={keeping(view.entry)} {...(current === view && { 'aria-current': 'page' as const })}>
                  {viewTitle(view.name)}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
