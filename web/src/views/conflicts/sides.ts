/** Puts what is said of a pair into two columns that stand against each other. */

import type { Contradiction } from '../../api/types';

export type Side = Contradiction['sides'][number];
export type Tone = 'friendly' | 'hostile' | 'plain';

export interface Column {
  readonly name: 'friendly' | 'hostile' | 'said' | 'denied' | 'other';
  readonly sides: readonly Side[];
}

/** Friendly against hostile where both are there, else, relation by relation, what is said against what is denied; oldest first in each. */
export function rowsOf(sides: readonly Side[], toneOf: (relation: string) => Tone): readonly (readonly Column[])[] {
  const ordered = [...sides].sort(byDate);
  const tones = new Set(ordered.map(({ relation }) => toneOf(relation)));
  const rows: readonly (readonly Column[])[] =
    tones.has('friendly') && tones.has('hostile')
      ? [[
          { name: 'friendly', sides: ordered.filter(({ relation }) => toneOf(relation) === 'friendly') },
          { name: 'hostile', sides: ordered.filter(({ relation }) => toneOf(relation) === 'hostile') },
          { name: 'other', sides: ordered.filter(({ relation }) => toneOf(relation) === 'plain') },
        ]]
      : [...new Set(ordered.map(({ relation }) => relation))].map((name) => [
          { name: 'said', sides: ordered.filter(({ relation, modality }) => relation === name && modality !== 'denied') },
          { name: 'denied', sides: ordered.filter(({ relation, modality }) => relation === name && modality === 'denied') },
        ]);
  return rows.map((columns) => columns.filter(({ sides: of }) => of.length > 0));
}

/** Names a side in an address. */
export const keyOf = (side: Side): string => [side.subject.path, side.relation, side.object.path, side.modality].join('|');

/** From the first to the last day of all sides, as numbers; null where no side is dated. */
export function spanOf(sides: readonly Side[]): readonly [number, number] | null {
  const days = sides.flatMap(({ earliest, latest }) => [earliest && dayOf(earliest, false), latest && dayOf(latest, true)]).filter((day) => typeof day === 'number');
  return days.length ? [Math.min(...days), Math.max(...days)] : null;
}

/** Where a side lies within a span, from 0 to 1, wide enough to be seen. */
export function placeOf({ earliest, latest }: Side, [first, last]: readonly [number, number]): readonly [number, number] | null {
  if (earliest === null && latest === null) return null;
  const whole = Math.max(last - first, 1);
  const start = (dayOf(earliest ?? latest ?? '', false) - first) / whole;
  const end = (dayOf(latest ?? earliest ?? '', true) - first) / whole;
  const width = Math.max(end - start, 0.03);
  return [Math.max(0, Math.min(start, 1 - width)), width];
}

const DAY = 86_400_000;

/** The first or last day that an ISO date can mean, counted from 1970. */
function dayOf(iso: string, last: boolean): number {
  const [year = 1970, month, day] = iso.split('-').map(Number);
  if (!last) return Date.UTC(year, (month ?? 1) - 1, day ?? 1) / DAY;
  return Date.UTC(month === undefined ? year + 1 : year, day === undefined ? (month ?? 0) : (month ?? 1) - 1, day ?? 0) / DAY;
}

function byDate(a: Side, b: Side): number {
  const [one, other] = [a.earliest ?? '9999', b.earliest ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return b.documents - a.documents || (keyOf(a) < keyOf(b) ? -1 : 1);
}
