import { type Canvas, type Placed, type Spot } from './canvas';
import { linkKey } from './links';

const GAP = 120;

/** One canvas with another put beside it. What stands on both stays where it is on the first. */
export function merge(first: Canvas, second: Canvas): Canvas {
  const nodes = new Map<string, Placed>(first.nodes);
  const move = shift(first, second);
  for (const [id, node] of second.nodes) {
    const known = nodes.get(id);
    if (known) nodes.set(id, { ...known, pinned: known.pinned || node.pinned });
    else nodes.set(id, { ...node, at: node.at && { x: node.at.x + move.x, y: node.at.y + move.y } });
  }
  const kept = new Map([...second.kept, ...first.kept].map((link) => [linkKey(link), link]));
  return {
    nodes,
    kept: [...kept.values()],
    lit: [...new Set([...first.lit, ...second.lit])],
    brought: new Map([...second.brought, ...first.brought]),
  };
}

/** How far the second is moved: so that a node on both lies where it lies on the first, else to the side of it. */
function shift(first: Canvas, second: Canvas): Spot {
  for (const [id, node] of second.nodes) {
    const known = first.nodes.get(id);
    if (known?.at && node.at) return { x: known.at.x - node.at.x, y: known.at.y - node.at.y };
  }
  const one = box(first);
  const other = box(second);
  if (!one || !other) return { x: 0, y: 0 };
  return { x: one.right + GAP - other.left, y: (one.top + one.bottom - other.top - other.bottom) / 2 };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function box(canvas: Canvas): Box | null {
  const spots = [...canvas.nodes.values()].flatMap(({ at }) => (at ? [at] : []));
  if (spots.length === 0) return null;
  const start: Box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  return spots.reduce(
    (found, at) => ({
      left: Math.min(found.left, at.x), right: Math.max(found.right, at.x),
      top: Math.min(found.top, at.y), bottom: Math.max(found.bottom, at.y),
    }),
    start,
  );
}
