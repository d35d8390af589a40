import './search.css';

import { store } from '../../api/known';
import { number } from '../../i18n/words';
import { EntityBox } from '../../shared/EntityBox';
import { keeping } from '../../shell/filters';
import { go } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { search } from './messages';
import { WaysIn } from './WaysIn';

const COUNTS = ['documents', 'claims', 'actors', 'links', 'inferred'] as const;

/** The start: a search box, and what there is to be found. */
export default function Search() {
  useTitle('');
  const state = store.value;
  return (
    <div class="search-view">
      <h1 class="unseen">{search('title')}</h1>
      <p class="lead">{search('lead')}</p>
      <search>
        <EntityBox
          label={search('field')}
          autofocus
          onChoose={(found) => {
            go(keeping(`/${found.path}`));
          }}
        />
      </search>
      {state && (
        <dl class="counts" aria-label={search('holds')}>
          {COUNTS.map((name) => (
            <div key={name}>
              <dt>{search(name, { n: state[name] })}</dt>
              <dd>{number(state[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      {state?.documents === 0 ? <p class="notice">{search('empty')}</p> : <WaysIn />}
    </div>
  );
}
