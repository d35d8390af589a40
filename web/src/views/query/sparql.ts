/** Asks /sparql and reads what it answers. */

import { problemOf, Refused, send } from '../../api/client';
import { readNTriples } from './ntriples';
import type { Term, Triple } from './terms';

export type Result =
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly rows: readonly (readonly (Term | null)[])[]; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean; readonly text: string }
  | { readonly kind: 'graph'; readonly triples: readonly Triple[]; readonly text: string };

const ACCEPT = 'application/sparql-results+json, application/n-triples';

/** The answer to a query of any form. Throws `Refused`, or an AbortError. */
export async function askSparql(query: string, signal?: AbortSignal): Promise<Result> {
  const headers = { Accept: ACCEPT, 'Content-Type': 'application/sparql-query' };
  const response = await send('/sparql', { method: 'POST', headers, body: query, ...(signal && { signal }) });
  if (!response.ok) throw new Refused(await problemOf(response));
  const text = await response.text();
  return /n-triples/.test(response.headers.get('Content-Type') ?? '')
    ? { kind: 'graph', triples: readNTriples(text), text }
    : readResults(text);
}

/** SPARQL 1.1 Query Results JSON. Throws an Error for anything else, so that a torn answer is never shown as a whole one. */
export function readResults(text: string): Result {
  const body: unknown = JSON.parse(text);
  if (!isObject(body)) throw new Error('the answer is not in the SPARQL results format');
  if (typeof body.boolean === 'boolean') return { kind: 'truth', value: body.boolean, text };
  const { head, results } = body;
  if (!isObject(head) || !Array.isArray(head.vars) || !isObject(results) || !Array.isArray(results.bindings))
    throw new Error('the answer is not in the SPARQL results format');
  const columns = head.vars.map(String);
  const rows = results.bindings.map((binding: unknown) => columns.map((name) => (isObject(binding) ? termOf(binding[name]) : null)));
  return { kind: 'rows', columns, rows, text };
}

function termOf(found: unknown): Term | null {
  if (!isObject(found) || typeof found.value !== 'string') return null;
  const { type, value, datatype } = found;
  if (type === 'uri' || type === 'bnode') return { type, value };
  const language = found['xml:lang'];
  return {
    type: 'literal',
    value,
    ...(typeof datatype === 'string' && { datatype }),
    ...(typeof language === 'string' && { language }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
