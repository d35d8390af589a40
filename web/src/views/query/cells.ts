/** Between terms of /sparql, cells of a table, and values of a file. */

import type { Answer, Cell } from '../../api/types';
import type { Value } from './csv';
import { isNumber, plain, type Term } from './terms';

const BOOLEAN = 'http://www.w3.org/2001/XMLSchema#boolean';

export function cellOf(term: Term | null): Cell {
  if (term === null) return null;
  if (term.type === 'uri') return { type: 'iri', value: term.value };
  if (isNumber(term) && Number.isFinite(Number(term.value))) return { type: 'literal', value: Number(term.value) };
  if (term.type === 'literal' && term.datatype === BOOLEAN) return { type: 'literal', value: term.value === 'true' || term.value === '1' };
  return { type: 'literal', value: plain(term) };
}

/** What a file holds for a cell: of an entity its IRI, from which all else can be found. */
export function valueOf(cell: Cell): Value {
  if (cell === null) return null;
  return 'path' in cell ? cell.id : cell.value;
}

/** Whether a column holds numbers alone, and so reads better flush with its end. */
export function isNumeric(rows: readonly (readonly Cell[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => 'value' in cell && typeof cell.value === 'number');
}

/** The IRIs in these rows whose names are not there. */
export const irisIn = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  rows.flat().flatMap((cell) => (cell !== null && !('path' in cell) && cell.type === 'iri' ? [cell.value] : []));

/** An answer without the columns that only hold labels, `actor_en` and `actor_ar` beside `actor`: what is shown bears its label. */
export function withoutLabels({ columns, rows }: Answer): Pick<Answer, 'columns' | 'rows'> {
  const names = new Set(columns.map(({ name }) => name));
  const kept = columns.flatMap(({ name }, index) => (/_(?:en|ar)$/.test(name) && names.has(name.slice(0, -3)) ? [] : [index]));
  return { columns: kept.flatMap((index) => columns[index] ?? []), rows: rows.map((row) => kept.map((index) => row[index] ?? null)) };
}
