import { useState } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { entity } from '../../api/calls';
import { isOrBelow } from '../../api/known';
import type { Direction, Entity, Tie } from '../../api/types';
import { number } from '../../i18n/words';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { nameOf } from '../../shared/Name';
import { RelationLabel } from '../../shared/RelationLabel';
import { Answered } from '../../shared/State';
import { filters, heard, heardKey, MODALITIES, type Filters } from '../../shell/filters';
import { actor } from './messages';
import { TieLinks } from './TieLinks';

const DIRECTIONS: readonly Direction[] = ['out', 'in', 'both'];

/** Its ties by relation, direction and modality, counted; each row opens into the links that it counts. */
export function Ties({ of }: { of: Entity }) {
  if (of.ties.length === 0) return <p class="quiet">{actor('noTies')}</p>;
  return heardKey.value ? <Heard of={of} /> : <Counted of={of} ties={of.ties} />;
}

/** The same, of what some say, or what is said of some time: the server counts anew. */
function Heard({ of }: { of: Entity }) {
  const asked = useAsked(`${of.id} ${heardKey.value}`, (signal) => entity(of.id, signal, heard.value));
  return <Answered asked={asked}>{(answer) => <Counted of={of} ties={answer.ties} />}</Answered>;
}

function Counted({ of, ties }: { of: Entity; ties: readonly Tie[] }) {
  const left = ties.filter((tie) => passes(tie, filters.value));
  if (left.length === 0) return <p class="quiet">{actor('noTiesLeft')}</p>;
  return (
    <div class="scrolls">
      <table class="ties stacks">
        <thead>
          <tr>
            <th scope="col">{actor('relation')}</th>
            <th scope="col">{actor('surely')}</th>
            <th scope="col" class="number">
              {actor('others')}
            </th>
            <th scope="col" class="number">
              {actor('documents')}
            </th>
            <th scope="col" class="number">
              {actor('claims')}
            </th>
          </tr>
        </thead>
        {DIRECTIONS.map((direction) => {
          const rows = together(left.filter((tie) => tie.direction === direction));
          return (
            rows.length > 0 && (
              <tbody key={direction}>
                <tr>
                  <th colSpan={5} scope="rowgroup" class="direction">
                    {actor(direction, { who: nameOf(of) })}
                  </th>
                </tr>
                {rows.map((tie) => (
                  <TieRow key={`${tie.relation} ${tie.modality ?? ''} ${tie.inferred}`} of={of} tie={tie} />
                ))}
              </tbody>
            )
          );
        })}
      </table>
    </div>
  );
}

/** Rows of one relation beside each other, the relation that most documents speak of first. */
export function together(ties: readonly Tie[]): readonly Tie[] {
  const rank = new Map<string, number>();
  const order = [...ties].sort((a, b) => Number(a.inferred) - Number(b.inferred) || b.documents - a.documents || b.others - a.others);
  for (const tie of order) if (!rank.has(tie.relation)) rank.set(tie.relation, rank.size);
  const surely = (tie: Tie) => (tie.modality === null ? MODALITIES.length : MODALITIES.indexOf(tie.modality));
  return order.sort((a, b) => (rank.get(a.relation) ?? 0) - (rank.get(b.relation) ?? 0) || surely(a) - surely(b));
}

function passes(tie: Tie, by: Filters): boolean {
  if (by.inferred === false && tie.inferred) return false;
  if (by.relation.length > 0 && !by.relation.some((name) => isOrBelow(tie.relation, name))) return false;
  return by.modality.length === 0 || (tie.modality !== null && !tie.inferred && by.modality.includes(tie.modality));
}

function TieRow({ of, tie }: { of: Entity; tie: Tie }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr class={open ? 'open' : undefined}>
        <td>
          <button
            type="button"
            class="plain opens"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <RelationLabel name={tie.relation} />
          </button>
        </td>
        <td>
          <ModalityBadge modality={tie.inferred ? null : tie.modality} />
        </td>
        <td class="number" data-head={actor('others')}>
          {number(tie.others)}
        </td>
        <td class="number" data-head={actor('documents')}>
          {!tie.inferred && number(tie.documents)}
        </td>
        <td class="number" data-head={actor('claims')}>
          {!tie.inferred && number(tie.claims)}
        </td>
      </tr>
      {open && (
        <tr class="opened">
          <td colSpan={5}>
            <TieLinks of={of} tie={tie} />
          </td>
        </tr>
      )}
    </>
  );
}
