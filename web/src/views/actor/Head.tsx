import { classesAbove, classLabel } from '../../api/known';
import type { Entity } from '../../api/types';
import { language } from '../../i18n/language';
import { Folded } from '../../shared/Folded';
import { KindIcon, shapeOf } from '../../shared/KindIcon';
import { shared } from '../../shared/messages';
import { nameOf } from '../../shared/Name';
import { actor } from './messages';

/** Who it is: names in both scripts, class, how much is said of it. */
export function Head({ of, whole = false }: { of: Entity; whole?: boolean }) {
  const main = nameOf(of);
  const other = language.value === 'ar' ? of.label : of.label_ar;
  const names = of.names.filter((name) => name !== main && name !== other);
  return (
    <header class="actor-head">
      <h1>
        <KindIcon shape={shapeOf(of.kind, classesAbove(of.type))} title={classLabel(of.type)} />
        <bdi>{main}</bdi>
        {other !== null && other !== main && (
          <span class="other-script">
            <bdi lang={language.value === 'ar' ? 'en' : 'ar'}>{other}</bdi>
          </span>
        )}
      </h1>
      <p class="quiet">
        {classLabel(of.type)}
        {of.standing !== null && (
          <>
            {' '}
            · <bdi>{of.standing}</bdi>
          </>
        )}{' '}
        · {shared('documents', { n: of.documents })} · {shared('claims', { n: of.claims })}
      </p>
      {names.length > 0 && (
        <p class="other-names">
          <span class="quiet">{actor('names')}:</span>{' '}
          <Folded items={names} first={8} whole={whole}>
            {(name, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            )}
          </Folded>
        </p>
      )}
    </header>
  );
}
