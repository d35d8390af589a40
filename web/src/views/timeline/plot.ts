/** Counts months and puts them into columns of a picture. Months are numbers: years times twelve, from the year 0. */

import type { Timeline } from '../../api/types';

export type Row = Timeline['months'][number];
export type Tone = 'hostile' | 'friendly' | 'plain';
export const TONES = ['hostile', 'friendly', 'plain'] as const;

export function monthOf(iso: string, last = false): number {
  const [year = 0, month] = iso.split('-').map(Number);
  return year * 12 + (month === undefined ? (last ? 11 : 0) : month - 1);
}

export function isoOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** What one column of the picture covers: `size` months from `start` on. */
export interface Grid {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

const SIZES = [1, 3, 12, 60, 120, 600] as const;

/** Whether only a year is known: such a row has no place among months. */
export const isYearly = ({ month }: Row): boolean => month.length <= 4;

/** Columns for all months, no more than `most`, beginning where a quarter, year or decade does. */
export function gridOf(rows: readonly Row[], most: number): Grid | null {
  const months = rows.map(({ month }) => monthOf(month));
  if (!months.length) return null;
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = rows.map(({ month }) => monthOf(month, true)).reduce((a, b) => Math.max(a, b));
  const least = rows.every(isYearly) ? 12 : 1;
  const grids = SIZES.filter((size) => size >= least).map((size) => {
    const start = Math.floor(first / size) * size;
    return { start, size, count: Math.floor((last - start) / size) + 1 };
  });
  return grids.find(({ count }) => count <= Math.max(most, 1)) ?? grids.at(-1) ?? null;
}

export const columnOf = (month: number, { start, size, count }: Grid): number => Math.min(Math.max(Math.floor((month - start) / size), 0), count - 1);

/** Claims in each column; where columns are shorter than a year, what is dated by a year alone is left out. */
export function counts(rows: readonly Row[], grid: Grid): readonly number[] {
  const sums = new Array<number>(grid.count).fill(0);
  for (const row of rows) {
    if (grid.size < 12 && isYearly(row)) continue;
    const column = columnOf(monthOf(row.month), grid);
    sums[column] = (sums[column] ?? 0) + row.claims;
  }
  return sums;
}

/** From the first to the last column of the period that the filters name; null where they name none. */
export function periodOf(since: string | null, until: string | null, grid: Grid): readonly [number, number] | null {
  if (since === null && until === null) return null;
  const first = since === null ? 0 : columnOf(monthOf(since), grid);
  const last = until === null ? grid.count - 1 : columnOf(monthOf(until, true), grid);
  return [Math.min(first, last), Math.max(first, last)];
}

/** The period of these columns as filters. */
export function filtersOf([first, last]: readonly [number, number], { start, size }: Grid): { readonly since: string; readonly until: string } {
  return { since: isoOf(start + first * size), until: isoOf(start + (last + 1) * size - 1) };
}

/** Whether a row can lie in the period. */
export function within(row: Row, since: string | null, until: string | null): boolean {
  return (since === null || monthOf(row.month, true) >= monthOf(since)) && (until === null || monthOf(row.month) <= monthOf(until, true));
}

/** Rows by relation, those with most claims first. */
export function byRelation(rows: readonly Row[]): readonly { readonly relation: string; readonly rows: readonly Row[]; readonly claims: number }[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.relation, [...(groups.get(row.relation) ?? []), row]);
  return [...groups]
    .map(([relation, of]) => ({ relation, rows: of, claims: total(of) }))
    .sort((a, b) => b.claims - a.claims || (a.relation < b.relation ? -1 : 1));
}

export const total = (rows: readonly Row[]): number => rows.reduce((sum, { claims }) => sum + claims, 0);

/** Columns that bear a date beneath them: years, or months where there are few; no more than `most`. */
export function datesOf({ start, size, count }: Grid, most: number): readonly { readonly column: number; readonly iso: string }[] {
  const span = count * size;
  const step = [1, 3, 12, 24, 60, 120, 240, 600, 1200].find((months) => months >= size && span / months <= Math.max(most, 1)) ?? 6000;
  const dates = [];
  for (let column = 0; column < count; column += 1) {
    const month = start + column * size;
    if (month % step === 0) dates.push({ column, iso: step % 12 === 0 ? isoOf(month).slice(0, 4) : isoOf(month) });
  }
  return dates;
}

/** Round numbers up to `most` for an axis, about three of them. */
export function ticks(most: number): readonly number[] {
  if (most <= 3) return Array.from({ length: most }, (_, index) => index + 1);
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => most / one <= 4) ?? 10 * power;
  const found = [];
  for (let tick = step; tick <= most; tick += step) found.push(Math.round(tick));
  return found;
}
