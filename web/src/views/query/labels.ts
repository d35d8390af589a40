/** What the things are called whose IRIs stand in an answer, so that nobody has to read IRIs. */

import type { Labels } from './handover';
import { askSparql } from './sparql';
import { plain } from './terms';

const SAFE = /^https?:\/\/[^<>"{}|^`\\\s]+$/;
const MOST = 400;

/** Labels by IRI, asked of the store; what has none is left out, and beyond the first 400 nothing is asked. */
export async function labelsOf(iris: Iterable<string>, signal?: AbortSignal): Promise<Labels> {
  const wanted = [...new Set(iris)].filter((iri) => SAFE.test(iri)).slice(0, MOST);
  const labels = new Map<string, { label: string; label_ar: string | null }>();
  if (!wanted.length) return labels;
  const result = await askSparql(
    `PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?iri ?label WHERE {
  VALUES ?iri { ${wanted.map((iri) => `<${iri}>`).join(' ')} }
  { ?iri skos:prefLabel ?label } UNION { ?iri rdfs:label ?label }
}`,
    signal,
  );
  if (result.kind !== 'rows') return labels;
  for (const [iri, label] of result.rows) {
    if (iri?.type !== 'uri' || label?.type !== 'literal') continue;
    const before = labels.get(iri.value);
    const text = plain(label);
    labels.set(iri.value, label.language === 'ar' ? { label: before?.label ?? text, label_ar: text } : { label: text, label_ar: before?.label_ar ?? null });
  }
  return labels;
}
