import type { Link } from '../../../api/types';
import { linkKey } from '../model/links';

/** A line of the picture: one link, or all links between two nodes where they would be too many to be told apart. */
export interface Line {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly links: readonly [Link, ...Link[]];
  /** How far it bends from the straight line, as a share of its length; to the left as seen from the source. */
  readonly bend: number;
}

/** The name of the bundle that would hold a link. */
export function pairKey(link: Link): string {
  return `bundle ${[link.subject.id, link.object.id].sort().join(' ')}`;
}

const SPREAD = 0.16;
const APART = 4;

/** Draws up to `apart` parallel links apart from each other, and more than that as one bundle. */
export function lines(links: readonly Link[], { apart = APART }: { apart?: number } = {}): readonly Line[] {
  const pairs = new Map<string, Link[]>();
  for (const link of links) {
    const pair = pairKey(link);
    const known = pairs.get(pair);
    if (known) known.push(link);
    else pairs.set(pair, [link]);
  }
  return [...pairs].flatMap(([pair, parallel]) => {
    const [first, ...rest] = parallel;
    if (!first) return [];
    if (parallel.length > apart)
      return [{ key: pair, source: first.subject.id, target: first.object.id, links: [first, ...rest], bend: 0 }];
    return parallel.map((link, index) => {
      const offset = (index - (parallel.length - 1) / 2) * SPREAD;
      // Both directions are spread to one side of the same straight line, so that none comes to lie on another.
      return {
        key: linkKey(link), source: link.subject.id, target: link.object.id, links: [link],
        bend: link.subject.id === first.subject.id ? offset : -offset,
      } satisfies Line;
    });
  });
}
