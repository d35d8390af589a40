/** Hands the graph that a query made over to the network view. */

import { ONTOLOGY, pathOf, type Term, type Triple } from './terms';

export type Labels = ReadonlyMap<string, { readonly label: string; readonly label_ar: string | null }>;

export interface Handover {
  readonly rawabit: 'handover';
  readonly version: 1;
  readonly title: string;
  readonly entities: readonly {
    readonly id: string;
    /** Below the base; null for what is none of the store's actors and places. */
    readonly path: string | null;
    readonly label: string;
    readonly label_ar: string | null;
    readonly type: string | null;
  }[];
  readonly links: readonly { readonly subject: string; readonly relation: string; readonly object: string }[];
  /** Links in the answer; `links` holds fewer where there were too many for a canvas. */
  readonly total: number;
}

export const HANDOVER_KEY = 'rawabit.handover';
const MOST = 20_000;
const IN_ADDRESS = 200;
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABELS = new Set(['http://www.w3.org/2004/02/skos/core#prefLabel', 'http://www.w3.org/2000/01/rdf-schema#label']);

/** Triples between two IRIs become links; types and labels in the answer are taken for those of the ends. */
export function handoverOf(title: string, triples: readonly Triple[], base: string, labels: Labels): Handover {
  const types = new Map<string, string>();
  const own = new Map<string, { label: string; label_ar: string | null }>();
  const links: { subject: string; relation: string; object: string }[] = [];
  const seen = new Set<string>();
  const ends = new Set<string>();
  for (const { subject, predicate, object } of triples) {
    if (subject.type !== 'uri') continue;
    if (predicate.value === TYPE && object.type === 'uri') types.set(subject.value, localName(object.value));
    else if (object.type === 'literal') {
      if (LABELS.has(predicate.value)) own.set(subject.value, labelled(own.get(subject.value), object));
    } else if (object.type === 'uri') {
      const link = { subject: subject.value, relation: localName(predicate.value), object: object.value };
      const key = JSON.stringify(Object.values(link));
      if (seen.has(key)) continue;
      seen.add(key);
      links.push(link);
    }
  }
  const kept = links.slice(0, MOST);
  for (const link of kept) ends.add(link.subject).add(link.object);
  const entities = [...ends].map((id) => {
    const name = labels.get(id) ?? own.get(id);
    return {
      id,
      path: entityPath(id, base),
      label: name?.label ?? decoded(id.replace(/^.*[/#](?=.)/, '')),
      label_ar: name?.label_ar ?? null,
      type: types.get(id) ?? null,
    };
  });
  return { rawabit: 'handover', version: 1, title, entities, links: kept, total: links.length };
}

/** The address of the network view that takes it; names what it can of it, for those who get the address alone. */
export function handoverAddress(handover: Handover): string {
  const ids = handover.entities.flatMap(({ path }) => (path === null ? [] : [path])).slice(0, IN_ADDRESS);
  const query = new URLSearchParams({ handover: '1', ...(ids.length && { ids: ids.join(',') }) });
  return `/network?${query.toString()}`;
}

function entityPath(iri: string, base: string): string | null {
  const path = pathOf(iri, base);
  return path !== null && /^(?:actor|place)\//.test(path) ? path : null;
}

function labelled(before: { label: string; label_ar: string | null } | undefined, literal: Term & { type: 'literal' }): { label: string; label_ar: string | null } {
  const { value, language } = literal;
  return language === 'ar' ? { label: before?.label ?? value, label_ar: value } : { label: value, label_ar: before?.label_ar ?? null };
}

const localName = (iri: string): string => (iri.startsWith(ONTOLOGY) ? iri.slice(ONTOLOGY.length) : iri);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
