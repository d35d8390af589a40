/** What the server says once and every view needs: its state and its words for relations, classes and modalities. */

import { computed, signal } from '@preact/signals';

import { language } from '../i18n/language';
import { ontology, status } from './calls';
import type { Modality, Ontology, Relation, Status } from './types';

export const store = signal<Status | null>(null);
const words = signal<Ontology | null>(null);

/** How often the store was seen to change since the page was opened: what was asked is asked anew with it. */
export const changes = signal(0);

/** Asks for both; what a server cannot say now is asked again with the next call. */
export async function learn(): Promise<void> {
  const [state, terms] = await Promise.allSettled([status(), words.value ?? ontology()]);
  if (state.status === 'fulfilled') {
    if (store.value && store.value.revision !== state.value.revision) changes.value++;
    store.value = state.value;
  }
  if (terms.status === 'fulfilled') words.value = terms.value;
}

/** Looks whether the store has changed whenever the reader comes back to the page. */
export function followStore(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void learn();
  });
  addEventListener('focus', () => void learn());
}

export const relations = computed<readonly Relation[]>(() => words.value?.relations ?? []);
export const classes = computed<readonly string[]>(() => (words.value?.classes ?? []).map(({ name }) => name));
const relationsByName = computed(() => new Map(relations.value.map((relation) => [relation.name, relation])));
const classesByName = computed(() => new Map((words.value?.classes ?? []).map((one) => [one.name, one])));
const modalitiesByName = computed(() => new Map((words.value?.modalities ?? []).map((one) => [one.name, one])));

export const relation = (name: string): Relation | undefined => relationsByName.value.get(name);

/** A relation's label in the reader's language; its local name until the labels are there. */
export const relationLabel = (name: string): string => inLanguage(relation(name), name);
export const classLabel = (name: string): string => inLanguage(classesByName.value.get(name), name);
export const modalityDefinition = (name: Modality): string => modalitiesByName.value.get(name)?.definition ?? '';

/** The classes above one, itself first. */
export function classesAbove(name: string): readonly string[] {
  const seen: string[] = [];
  const open = [name];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.includes(next)) continue;
    seen.push(next);
    open.push(...(classesByName.value.get(next)?.parents ?? []));
  }
  return seen;
}

/** Whether a relation is another or stands below it: who arms also supports. */
export function isOrBelow(name: string, other: string, seen: readonly string[] = []): boolean {
  if (name === other) return true;
  if (seen.includes(name)) return false;
  return relation(name)?.broader.some((above) => isOrBelow(above, other, [...seen, name])) ?? false;
}

function inLanguage(term: { label: string; label_ar: string | null } | undefined, name: string): string {
  return (language.value === 'ar' ? term?.label_ar : null) ?? term?.label ?? name;
}
