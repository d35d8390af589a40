import { run } from '../../api/calls';
import type { Answer } from '../../api/types';
import type { Values } from './parameters';

const STEP = 500;

/** The whole answer of a prepared query, page by page. Throws an Error with the message `changed` if the store changes meanwhile. */
export async function everyRow(
  name: string,
  values: Values,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Answer> {
  const first = await run(name, values, { offset: 0, limit: STEP }, signal);
  const rows = [...first.rows];
  while (rows.length < first.total) {
    onProgress(rows.length, first.total);
    const next = await run(name, values, { offset: rows.length, limit: STEP }, signal);
    if (next.total !== first.total || !next.rows.length) throw new Error('changed');
    rows.push(...next.rows);
  }
  return { ...first, rows };
}
