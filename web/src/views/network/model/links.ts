/** Links as the canvas takes them: their names, and those that filters leave when the store cannot be asked. */

import type { Link, Modality } from '../../../api/types';
import type { Filters } from '../../../shell/filters';

/** A link's name on the canvas; the same triple said in another way is another link. */
export function linkKey(link: Pick<Link, 'relation' | 'modality' | 'inferred'> & { subject: { id: string }; object: { id: string } }): string {
  return `${link.modality ?? 'inferred'} ${link.relation} ${link.subject.id} ${link.object.id}`;
}

/** The store's links, and those of a file that the store does not have, as far as the filters let them through. */
export function seen(fromStore: readonly Link[], kept: readonly Link[], ids: ReadonlySet<string>, allows: (link: Link) => boolean): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of kept) if (allows(link)) links.set(linkKey(link), link);
  for (const link of fromStore) links.set(linkKey(link), link);
  return [...links.values()].filter((link) => ids.has(link.subject.id) && ids.has(link.object.id));
}

/** The filters as a test on links at hand. Sources are known to the store alone: with a source chosen, nothing passes. */
export function passing(filters: Filters, isBelow: (relation: string, above: string) => boolean): (link: Link) => boolean {
  const modalities: readonly Modality[] = filters.modality.length ? filters.modality : ['asserted'];
  return (link) =>
    filters.source.length === 0 &&
    (filters.relation.length === 0 || filters.relation.some((above) => isBelow(link.relation, above))) &&
    (link.inferred ? filters.inferred !== false : link.modality !== null && modalities.includes(link.modality)) &&
    within(link, filters.since, filters.until);
}

/** Whether some day between both lies in the link's time. A link without dates lies in none. */
function within(link: Link, since: string | null, until: string | null): boolean {
  if (since === null && until === null) return true;
  if (link.earliest === null || link.latest === null) return false;
  if (since !== null && link.latest.slice(0, since.length) < since) return false;
  return until === null || link.earliest.slice(0, until.length) <= until;
}

/** Whether a relation is another or stands below it, by what stands directly above each. */
export function below(broader: (relation: string) => readonly string[]): (relation: string, above: string) => boolean {
  return (relation, above) => {
    const open = [relation];
    const met = new Set(open);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (one === above) return true;
      for (const next of broader(one)) {
        if (met.has(next)) continue;
        met.add(next);
        open.push(next);
      }
    }
    return false;
  };
}

/** How many of the links seen each node has. */
export function degrees(links: readonly Link[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { subject, object } of links) {
    count.set(subject.id, (count.get(subject.id) ?? 0) + 1);
    if (object.id !== subject.id) count.set(object.id, (count.get(object.id) ?? 0) + 1);
  }
  return count;
}

/** Lists of at most `most` ids, so that every two ids stand together on one of them: the server takes no longer lists. */
export function rounds(ids: readonly string[], most: number): readonly (readonly string[])[] {
  if (ids.length <= most) return ids.length ? [ids] : [];
  const half = Math.floor(most / 2);
  const groups: string[][] = [];
  for (let start = 0; start < ids.length; start += half) groups.push(ids.slice(start, start + half));
  return groups.flatMap((one, index) => groups.slice(index + 1).map((other) => [...one, ...other]));
}
