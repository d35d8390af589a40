/** The picture laid out on a sheet of its own, from which the exported images are drawn. */

import type { Spot } from '../model/canvas';
import { between, pointOn, type Curve } from '../picture/curve';
import type { Drawing, DrawnLine, DrawnNode } from '../picture/drawing';
import { placeLabels, type Wish } from '../picture/labels';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly { readonly line: DrawnLine; readonly curve: Curve }[];
  readonly nodes: readonly { readonly node: DrawnNode; readonly at: Spot; readonly radius: number }[];
  readonly texts: readonly { readonly text: string; readonly at: Spot; readonly small: boolean; readonly color: string }[];
  /** How many names, relations and lines found no room. */
  readonly left: number;
}

const EDGE = 80;
export const SIZE = 13;
export const SMALL = 11;
const MOST_RELATIONS = 300;

/** Lays it out so that linked nodes have room between them. `measure` tells how wide a text is. */
export function sheet(drawing: Drawing, measure: (text: string, size: number) => number): Sheet {
  const drawn = [...drawing.nodes.values()];
  const left = Math.min(...drawn.map(({ look }) => look.x), 0);
  const right = Math.max(...drawn.map(({ look }) => look.x), left + 1);
  const top = Math.min(...drawn.map(({ look }) => -look.y), 0);
  const bottom = Math.max(...drawn.map(({ look }) => -look.y), top + 1);
  // What no image can hold is drawn smaller.
  const scale = Math.min(1.4, 6000 / Math.max(right - left, bottom - top));
  const spot = ({ look }: DrawnNode): Spot => ({ x: EDGE + (look.x - left) * scale, y: EDGE + (-look.y - top) * scale });
  const nodes = drawn.map((node) => ({ node, at: spot(node), radius: node.look.size }));
  const places = new Map(nodes.map((one) => [one.node.node.named.id, one]));
  const lines = [...drawing.lines.values()].flatMap((line) => {
    const source = places.get(line.source);
    const target = places.get(line.target);
    const curve = source && target && between(source.at, source.radius + 1, target.at, target.radius + 2, line.look.bend);
    return curve ? [{ line, curve }] : [];
  });

  const order = [...nodes].sort((one, other) => other.node.degree - one.node.degree);
  const names = order.map(({ node, at, radius }): Wish => ({
    key: node.node.named.id, ...at, radius: radius * 1.2, width: measure(node.label, SIZE) + 4, height: SIZE + 4, must: nodes.length <= 60,
  }));
  const taken = nodes.map(({ at, radius }) => ({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius }));
  const named = placeLabels(names, taken);
  const widths = new Map(names.map((wish) => [wish.key, wish]));
  const written = named.map(({ key, x, y }) => {
    const half = (widths.get(key)?.width ?? 0) / 2;
    return { left: x - half, right: x + half, top: y - SIZE / 2, bottom: y + SIZE / 2 };
  });
  const wanted = lines.length <= MOST_RELATIONS ? lines : lines.filter(({ line }) => drawing.lit.has(line.key));
  const related = placeLabels(
    wanted.map(({ line, curve }): Wish => ({
      key: line.key, ...pointOn(curve, 0.5), radius: line.look.mark ? 8 : -SMALL / 2 - 3, width: measure(line.label, SMALL), height: SMALL + 2, must: false,
    })),
    [...taken, ...written],
  );
  return {
    width: Math.ceil((right - left) * scale + 2 * EDGE),
    height: Math.ceil((bottom - top) * scale + 2 * EDGE),
    lines,
    nodes,
    texts: [
      ...named.map(({ key, x, y }) => ({ text: drawing.nodes.get(key)?.label ?? '', at: { x, y }, small: false, color: drawing.palette.ink })),
      ...related.map(({ key, x, y }) => {
        const line = drawing.lines.get(key);
        return { text: line?.label ?? '', at: { x, y }, small: true, color: line?.strong ?? drawing.palette.ink };
      }),
    ],
    left: nodes.length - named.length + wanted.length - related.length + drawing.lines.size - lines.length,
  };
}
