/** RDF terms as answers of /sparql hold them. */

export type Term =
  | { readonly type: 'uri'; readonly value: string }
  | { readonly type: 'bnode'; readonly value: string }
  | { readonly type: 'literal'; readonly value: string; readonly datatype?: string; readonly language?: string };

export interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

export const ONTOLOGY = 'https://w3id.org/rawabit/ontology#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMBERS = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map((name) => XSD + name));

export const isNumber = (term: Term): boolean => term.type === 'literal' && term.datatype !== undefined && NUMBERS.has(term.datatype);

/** Prefixes that queries over the store need; the stores own ones follow from its base. */
export function prefixes(base: string): Readonly<Record<string, string>> {
  return {
    rw: ONTOLOGY,
    actor: `${base}actor/`,
    place: `${base}place/`,
    document: `${base}document/`,
    claim: `${base}claim/`,
    graph: `${base}graph/`,
    skos: 'http://www.w3.org/2004/02/skos/core#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    owl: 'http://www.w3.org/2002/07/owl#',
    xsd: XSD,
    prov: 'http://www.w3.org/ns/prov#',
    oa: 'http://www.w3.org/ns/oa#',
    dct: 'http://purl.org/dc/terms/',
    geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  };
}

/** An IRI with one of the prefixes, where one fits. */
export function shortened(iri: string, known: Readonly<Record<string, string>>): string {
  let best: [string, string] | null = null;
  for (const [prefix, namespace] of Object.entries(known))
    if (iri.startsWith(namespace) && iri.length > namespace.length && (!best || namespace.length > best[1].length)) best = [prefix, namespace];
  return best ? `${best[0]}:${iri.slice(best[1].length)}` : iri;
}

const OURS = /^(?:actor|place|document|claim)\/[^/?#]+$/;

/** The part of an IRI below the base, if the page has a view of such things. */
export function pathOf(iri: string, base: string): string | null {
  if (!base || !iri.startsWith(base)) return null;
  const path = iri.slice(base.length);
  return OURS.test(path) ? path : null;
}

/** A term as one would write it into a table of plain text. */
export const plain = (term: Term): string => (term.type === 'bnode' ? `_:${term.value}` : term.value);
