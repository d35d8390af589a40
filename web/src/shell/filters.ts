/** What narrows every view, kept in the address, so that a narrowed view can be shared and one view's narrowing holds in the next. */

import { computed } from '@preact/signals';

import type { Heard, Narrowing } from '../api/calls';
import type { Direction, Modality } from '../api/types';
import { parameters, path, setParameters, withParameters } from './place';

export interface Filters {
  readonly relation: readonly string[];
  readonly modality: readonly Modality[];
  readonly source: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  /** Whether inferred links are shown; null is the server's default. */
  readonly inferred: boolean | null;
  readonly direction: Direction | null;
}

export const MODALITIES: readonly Modality[] = ['asserted', 'unconfirmed', 'hypothetical', 'denied'];
const DIRECTIONS: readonly Direction[] = ['out', 'in', 'both'];
const NAMES = ['relation', 'modality', 'source', 'since', 'until', 'inferred', 'direction'] as const;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** Reads them from an address; what cannot be meant is left out. */
export function readFilters(from: URLSearchParams): Filters {
  const inferred = from.get('inferred');
  const direction = from.get('direction');
  return {
    relation: from.getAll('relation'),
    modality: MODALITIES.filter((one) => from.getAll('modality').includes(one)),
    source: from.getAll('source'),
    since: dated(from.get('since')),
    until: dated(from.get('until')),
    inferred: inferred === 'true' ? true : inferred === 'false' ? false : null,
    direction: DIRECTIONS.find((one) => one === direction) ?? null,
  };
}

/** The same as parameters of an address. */
export function writeFilters(filters: Partial<Filters>): Record<string, string | readonly string[] | null> {
  return Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );
}

/** The parameters that are filters. On the page of a link, `relation` names the link and is none. */
const filtering = computed<URLSearchParams>(() => {
  const own = new URLSearchParams(parameters.value);
  if (path.value === '/link') own.delete('relation');
  return own;
});

export const filters = computed<Filters>(() => readFilters(filtering.value));

/** The present filters as parameters for the server, and a text that changes when they do, for `useAsked`. */
export const narrowing = computed<Narrowing>(() => filters.value);
export const narrowingKey = computed(() => JSON.stringify(filters.value));

/** Those of the filters that choose by who says it and of when, and a text that changes when they do; empty where there are none. */
export const heard = computed<Heard>(() => {
  const { source, since, until } = filters.value;
  return { source, since, until };
});
export const heardKey = computed(() => {
  const { source, since, until } = filters.value;
  return source.length > 0 || since !== null || until !== null ? JSON.stringify(heard.value) : '';
});

export const anyFilter = computed(() => NAMES.some((name) => filtering.value.has(name)));

export function setFilters(changes: Partial<Filters>, options?: { replace?: boolean }): void {
  setParameters(writeFilters(changes), options);
}

export function clearFilters(): void {
  setParameters(Object.fromEntries(NAMES.map((name) => [name, null])));
}

/** An address of another view that keeps the present filters; further parameters may be given. */
export function keeping(to: string, further: Readonly<Record<string, string | readonly string[] | null>> = {}): string {
  const kept = new URLSearchParams();
  for (const name of NAMES) for (const value of filtering.value.getAll(name)) kept.append(name, value);
  return withParameters(inside(to), kept, further);
}

/** A path of this page, whatever an IRI holds: never another host, a query or a fragment. */
export function inside(to: string): string {
  return to.replace(/[%?#\\]/g, encodeURIComponent).replace(/^\/*/, '/');
}

function dated(text: string | null): string | null {
  return text !== null && DATE.test(text) ? text : null;
}
