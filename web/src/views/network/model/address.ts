/** The canvas in the address: which nodes, where they lie as long as that is short enough, and which are pinned. */

import type { Canvas, Spot } from './canvas';

/** Longer addresses are cut by mail and chat programs. */
const LONGEST = 2000;
const MOST_IDS = 6000;

export interface Wanted {
  readonly paths: readonly string[];
  readonly spots: ReadonlyMap<string, Spot>;
  readonly pinned: ReadonlySet<string>;
}

export interface Written {
  readonly ids: string | null;
  readonly at: string | null;
  readonly pinned: string | null;
  /** Whether the canvas was too large to be written. */
  readonly tooLarge: boolean;
}

/** Parameters for a canvas. Positions are left out where they would make the address too long; they are then laid out anew. */
export function write(canvas: Canvas): Written {
  const nodes = [...canvas.nodes.values()];
  const ids = nodes.map((node) => escaped(node.named.path)).join(',');
  if (ids.length > MOST_IDS) return { ids: null, at: null, pinned: null, tooLarge: true };
  const at = nodes.every((node) => node.at) ? nodes.map((node) => spotText(node.at)).join(',') : '';
  const pinned = nodes.flatMap((node, index) => (node.pinned ? [String(index)] : [])).join(',');
  return {
    ids: ids || null,
    at: at && encodeURIComponent(ids).length + at.length <= LONGEST ? at : null,
    pinned: pinned && pinned.length <= LONGEST ? pinned : null,
    tooLarge: false,
  };
}

/** Reads them; what cannot be meant is left out. */
export function read(parameters: URLSearchParams): Wanted {
  const all = parameters.getAll('ids').flatMap((text) => text.split(',')).map((text) => unescaped(text.trim()));
  const at = (parameters.get('at') ?? '').split(',');
  const pinnedAt = new Set((parameters.get('pinned') ?? '').split(','));
  const spots = new Map<string, Spot>();
  const pinned = new Set<string>();
  const paths: string[] = [];
  all.forEach((path, index) => {
    if (path === '' || paths.includes(path)) return;
    paths.push(path);
    const spot = readSpot(at[index]);
    if (spot) spots.set(path, spot);
    if (pinnedAt.has(String(index))) pinned.add(path);
  });
  return { paths, spots, pinned };
}

/** Whether an address asks for just the nodes that stand on the canvas. */
export function same(wanted: Wanted, canvas: Canvas): boolean {
  const paths = new Set([...canvas.nodes.values()].map((node) => node.named.path));
  return paths.size === wanted.paths.length && wanted.paths.every((path) => paths.has(path));
}

const spotText = (at: Spot | null): string => (at ? `${Math.round(at.x)}_${Math.round(at.y)}` : '');

function readSpot(text: string | undefined): Spot | null {
  const match = /^(-?\d{1,7})_(-?\d{1,7})$/.exec(text ?? '');
  return match ? { x: Number(match[1]), y: Number(match[2]) } : null;
}

const escaped = (path: string): string => path.replaceAll('%', '%25').replaceAll(',', '%2C');

function unescaped(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
