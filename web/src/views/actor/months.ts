import type { Timeline } from '../../api/types';

export interface Bar {
  /** A month, or a year where there are too many months to be told apart. */
  readonly period: string;
  readonly asserted: number;
  readonly doubtful: number;
}

/** Claims by month without gaps, or by year where the months would be more than `most`. */
export function bars(months: Timeline['months'], most = 96): readonly Bar[] {
  const named = months.map((one) => one.month).sort();
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return [];
  const all = monthsBetween(first, last);
  const yearly = all.length > most;
  const periodOf = (month: string) => (yearly ? month.slice(0, 4) : month);
  const counted = new Map(all.map((month) => [periodOf(month), { asserted: 0, doubtful: 0 }]));
  for (const one of months) {
    const sum = counted.get(periodOf(one.month));
    if (sum) sum[one.modality === 'asserted' ? 'asserted' : 'doubtful'] += one.claims;
  }
  return [...counted].map(([period, sums]) => ({ period, ...sums }));
}

function monthsBetween(first: string, last: string): readonly string[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const out: string[] = [];
  for (let at = index(first); at <= index(last); at++)
    out.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  return out;
}
