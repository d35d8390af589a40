/** What the canvas asks of the server: names for an address, links among nodes, and how many a node has. */

import { entity, links, network, path, type Narrowing } from '../../api/calls';
import { Refused } from '../../api/client';
import type { Link, Modality, Named } from '../../api/types';
import { linkKey, rounds } from './model/links';

const MOST_IDS = 5000;
const AT_ONCE = 3;
const EVERY: readonly Modality[] = ['asserted', 'unconfirmed', 'hypothetical', 'denied'];

interface Answer {
  readonly links: readonly Link[];
  readonly missing: number;
  /** Those whom the store does not know. */
  readonly unknown: readonly string[];
}

/** All links among nodes, and how many more there are than the server sends. */
export async function linksAmong(ids: readonly string[], narrowing: Narrowing, signal: AbortSignal): Promise<Answer> {
  const all = new Map<string, Link>();
  const unknown = new Set<string>();
  let missing = 0;
  await each(rounds(ids, MOST_IDS), async (some) => {
    const answer = await network(some, { ...narrowing, direction: null }, signal);
    for (const link of answer.links) all.set(linkKey(link), link);
    for (const id of answer.unknown) unknown.add(id);
    missing += Math.max(0, answer.total - answer.links.length);
  });
  return { links: [...all.values()], missing, unknown: [...unknown] };
}

/** Those links of a file that the store does not have, said in any way. */
export async function notInStore(kept: readonly Link[], ids: readonly string[], signal: AbortSignal): Promise<readonly Link[]> {
  const known = await linksAmong(ids, { modality: EVERY, inferred: true }, signal);
  const keys = new Set(known.links.map(linkKey));
  return kept.filter((link) => !keys.has(linkKey(link)));
}

/** What paths of an address name; those that the store does not know are told apart. */
export async function named(paths: readonly string[], signal: AbortSignal): Promise<{ known: readonly Named[]; unknown: readonly string[] }> {
  const known = new Map<string, Named>();
  const { links: all, unknown } = await linksAmong(paths, { modality: EVERY }, signal);
  for (const { subject, object } of all) known.set(subject.path, subject).set(object.path, object);
  await each(
    paths.filter((one) => !known.has(one) && !unknown.includes(one)),
    async (one) => {
      const { id, path: own, label, label_ar, type, kind } = await entity(one, signal);
      known.set(one, { id, path: own, label, label_ar, type, kind });
    },
  );
  return { known: paths.flatMap((one) => known.get(one) ?? []), unknown };
}

/** The other ends of links of a node. */
export async function neighbours(id: string, narrowing: Narrowing, offset: number, limit: number): Promise<{ found: readonly Named[]; links: number; total: number }> {
  const page = await links({ of: id }, narrowing, { offset, limit });
  const found = page.items.map((link) => (link.subject.id === id ? link.object : link.subject));
  return { found, links: page.items.length, total: page.total };
}

/** How many links each has under the filters; `onCount` is told as they come in. */
export async function countLinks(ids: readonly string[], narrowing: Narrowing, signal: AbortSignal, onCount: (id: string, total: number) => void): Promise<void> {
  await each(ids, async (id) => {
    const page = await links({ of: id }, { ...narrowing, direction: null }, { limit: 1 }, signal);
    onCount(id, page.total);
  });
}

export async function pathsBetween(from: string, to: string, inferred: boolean): Promise<readonly (readonly Link[])[]> {
  return (await path(from, to, { inferred })).paths;
}

/** What an error has to say to the reader. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.problem.detail ?? error.problem.title;
  return error instanceof Error ? error.message : String(error);
}

/** Does something for each, a few at a time. */
async function each<T>(items: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  const open = [...items];
  const work = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
