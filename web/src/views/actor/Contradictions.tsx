import { useAsked } from '../../api/asked';
import { contradictions } from '../../api/calls';
import type { Contradiction, Entity } from '../../api/types';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { Name } from '../../shared/Name';
import { RelationLabel } from '../../shared/RelationLabel';
import { Answered } from '../../shared/State';
import { keeping } from '../../shell/filters';
import { actor } from './messages';

/** With whom contradictory things are said of it. */
export function Contradictions({ of }: { of: Entity }) {
  const asked = useAsked(of.contradicted > 0 ? of.id : null, (signal) => contradictions({ entity: of.id }, {}, { limit: 3 }, signal));
  if (of.contradicted === 0) return null;
  return (
    <section class="contradictions">
      <h2>{actor('contradictions')}</h2>
      <Answered asked={asked}>
        {(page) => (
          <ul>
            {page.items.map((pair) => (
              <li key={`${pair.one.id} ${pair.other.id}`}>
                <Name of={pair.one.id === of.id ? pair.other : pair.one} />
                <br />
                <Said pair={pair} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <p>
        {actor('contradicted', { n: of.contradicted })} · <a href={keeping('/conflicts', { entity: of.path })}>{actor('seeAll')}</a>
      </p>
    </section>
  );
}

function Said({ pair }: { pair: Contradiction }) {
  const kinds = new Map(pair.sides.map((side) => [`${side.relation} ${side.modality}`, side]));
  return (
    <small>
      {[...kinds].map(([key, side], index) => (
        <span key={key}>
          {index > 0 && ' · '}
          <RelationLabel name={side.relation} /> {side.modality !== 'asserted' && <ModalityBadge modality={side.modality} />}
        </span>
      ))}
    </small>
  );
}
