import { classesAbove, classLabel } from '../api/known';
import type { Named } from '../api/types';
import { reorders, unsteered } from '../i18n/isolate';
import { language } from '../i18n/language';
import { keeping } from '../shell/filters';
import { KindIcon, shapeOf } from './KindIcon';
import { shared } from './messages';

/** What an entity is called in the reader's language; the other script where there is no such name. */
export function nameOf(named: Pick<Named, 'label' | 'label_ar'>): string {
  return unsteered(inLanguage(named));
}

function inLanguage(named: Pick<Named, 'label' | 'label_ar'>): string {
  return (language.value === 'ar' ? named.label_ar : null) ?? named.label;
}

interface Props {
  readonly of: Named;
  /** Whether it leads to the entity's page; so it does unless told otherwise. */
  readonly link?: boolean;
  readonly icon?: boolean;
}

/** An entity's name, isolated from the text round it, with the sign of its kind. */
export function Name({ of, link = true, icon = true }: Props) {
  const inside = (
    <>
      {icon && <KindIcon shape={shapeOf(of.kind, classesAbove(of.type))} title={classLabel(of.type)} />}
      <bdi>{nameOf(of)}</bdi>
      {reorders(inLanguage(of)) && (
        <abbr class="spoofed" title={shared('reorders')}>
          ⚠
        </abbr>
      )}
    </>
  );
  return link ? (
    <a class="name" href={keeping(`/${of.path}`)}>
      {inside}
    </a>
  ) : (
    <span class="name">{inside}</span>
  );
}
