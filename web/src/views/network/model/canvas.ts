/** What stands on the canvas, and the steps that change it. Every step makes a new canvas and leaves the old one as it was. */

import type { Link, Named } from '../../../api/types';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly named: Named;
  /** Null until a layout has found a place for it. */
  readonly at: Spot | null;
  readonly pinned: boolean;
  /** The node by whose expansion it came; null where the reader put it here. */
  readonly from: string | null;
}

/** How many links of one kind an expansion has brought so far, of how many there are. */
export interface Brought {
  readonly shown: number;
  readonly total: number;
}

export interface Canvas {
  readonly nodes: ReadonlyMap<string, Placed>;
  /** Links that came with a file and that the store does not have. */
  readonly kept: readonly Link[];
  /** Keys of the links of a path that is pointed out. */
  readonly lit: readonly string[];
  readonly brought: ReadonlyMap<string, Brought>;
}

export const EMPTY: Canvas = { nodes: new Map(), kept: [], lit: [], brought: new Map() };

export function add(canvas: Canvas, named: readonly Named[], from: string | null = null): Canvas {
  const nodes = new Map(canvas.nodes);
  for (const one of named) {
    if (!nodes.has(one.id)) nodes.set(one.id, { named: one, at: null, pinned: false, from: from === one.id ? null : from });
  }
  return nodes.size === canvas.nodes.size ? canvas : { ...canvas, nodes };
}

/** Names one kind of tie of one node. */
export const broughtKey = (id: string, kind: string): string => `${kind} ${id}`;

/** Adds what an expansion of `id` along `kind` has found. */
export function expand(canvas: Canvas, id: string, kind: string, found: readonly Named[], brought: Brought): Canvas {
  const grown = add(canvas, found, id);
  return { ...grown, brought: new Map(grown.brought).set(broughtKey(id, kind), brought) };
}

/** Those that came by an expansion of `id`, were not pinned, and by whom nothing else came. */
export function collapsible(canvas: Canvas, id: string): readonly string[] {
  const parents = new Set([...canvas.nodes.values()].map((node) => node.from));
  return [...canvas.nodes].filter(([other, node]) => node.from === id && !node.pinned && !parents.has(other)).map(([other]) => other);
}

export function collapse(canvas: Canvas, id: string): Canvas {
  const gone = remove(canvas, collapsible(canvas, id));
  return { ...gone, brought: new Map([...gone.brought].filter(([key]) => !key.endsWith(` ${id}`))) };
}

export function remove(canvas: Canvas, ids: readonly string[]): Canvas {
  const gone = new Set(ids.filter((id) => canvas.nodes.has(id)));
  if (gone.size === 0) return canvas;
  return {
    nodes: new Map(
      [...canvas.nodes]
        .filter(([id]) => !gone.has(id))
        .map(([id, node]) => [id, node.from !== null && gone.has(node.from) ? { ...node, from: null } : node]),
    ),
    kept: canvas.kept.filter((link) => !gone.has(link.subject.id) && !gone.has(link.object.id)),
    lit: canvas.lit,
    brought: new Map([...canvas.brought].filter(([key]) => !gone.has(key.slice(key.indexOf(' ') + 1)))),
  };
}

export function pin(canvas: Canvas, ids: readonly string[], pinned: boolean): Canvas {
  const nodes = new Map(canvas.nodes);
  let changed = false;
  for (const id of ids) {
    const node = nodes.get(id);
    if (!node || node.pinned === pinned) continue;
    nodes.set(id, { ...node, pinned });
    changed = true;
  }
  return changed ? { ...canvas, nodes } : canvas;
}

/** Puts nodes where a layout or a hand has moved them. */
export function place(canvas: Canvas, spots: ReadonlyMap<string, Spot>): Canvas {
  const nodes = new Map(canvas.nodes);
  for (const [id, at] of spots) {
    const node = nodes.get(id);
    if (node && Number.isFinite(at.x) && Number.isFinite(at.y)) nodes.set(id, { ...node, at: { x: at.x, y: at.y } });
  }
  return { ...canvas, nodes };
}

export function light(canvas: Canvas, lit: readonly string[]): Canvas {
  return { ...canvas, lit };
}

/** The middle of what is placed; where nothing is, the origin. */
export function middle(canvas: Canvas): Spot {
  const spots = [...canvas.nodes.values()].flatMap((node) => (node.at ? [node.at] : []));
  const mean = (of: (spot: Spot) => number) => spots.reduce((sum, spot) => sum + of(spot), 0) / Math.max(1, spots.length);
  return { x: mean((spot) => spot.x), y: mean((spot) => spot.y) };
}
