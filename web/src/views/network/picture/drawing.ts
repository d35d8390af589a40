/** What the picture shows, ready to be drawn: the same for the page and for the files that are exported. */

import type { Link } from '../../../api/types';
import { isolate } from '../../../i18n/isolate';
import type { Shape } from '../../../shared/KindIcon';
import type { Canvas, Placed, Spot } from '../model/canvas';
import { degrees, linkKey } from '../model/links';
import { lines, type Line } from './bundles';
import { CROWD, faintness, radiusOf, strokeOf, STROKES, toneOf, widthOf, type Stroke, type Tone } from './looks';
import { blended, faded, type Palette } from './palette';
import { firstSpot } from './seed';

export interface DrawnNode {
  readonly node: Placed;
  readonly label: string;
  /** "+12": ties that the canvas does not show. */
  readonly hidden: number;
  readonly degree: number;
  readonly faint: string;
  readonly look: {
    readonly x: number; readonly y: number; readonly size: number; readonly color: string; readonly shape: Shape; readonly ring: number; readonly zIndex: number;
  };
}

export interface DrawnLine extends Line {
  readonly label: string;
  readonly stroke: Stroke;
  readonly strong: string;
  readonly faint: string;
  readonly look: {
    readonly size: number; readonly color: string; readonly bend: number; readonly stroke: number; readonly arrow: boolean; readonly mark: boolean;
    readonly type: 'thin' | 'straight' | 'bent'; readonly zIndex: number;
  };
}

export interface Drawing {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly lines: ReadonlyMap<string, DrawnLine>;
  readonly linesOf: ReadonlyMap<string, readonly string[]>;
  /** On which line each link is drawn. */
  readonly lineOf: ReadonlyMap<string, string>;
  /** Keys of the lines of the path that is pointed out. */
  readonly lit: ReadonlySet<string>;
  readonly palette: Palette;
}

/** What a drawing needs to know of words and kinds. */
export interface Knowledge {
  readonly palette: Palette;
  readonly nameOf: (node: Placed) => string;
  readonly shapeOf: (node: Placed) => Shape;
  readonly relationLabel: (relation: string) => string;
  readonly tone: (relation: string) => Tone;
  readonly symmetric: (relation: string) => boolean;
  readonly hidden: (id: string) => number;
  readonly bundleLabel: (count: number) => string;
  readonly bundled: boolean;
}

export function draw(canvas: Canvas, links: readonly Link[], known: Knowledge): Drawing {
  const degree = degrees(links);
  const drawn = lines(links, known.bundled || links.length > CROWD ? { apart: 1 } : {});
  const lit = new Set(canvas.lit);
  const opacity = faintness(drawn.length);
  const crowd = drawn.length > CROWD;
  const nodes = new Map([...canvas.nodes].map(([id, node], index) => [id, drawNode(id, node, index, canvas, degree.get(id) ?? 0, known)]));
  const all = new Map(drawn.map((line) => [line.key, drawLine(line, opacity, line.links.some((link) => lit.has(linkKey(link))), crowd, known)]));
  const linesOf = new Map<string, string[]>();
  for (const line of drawn) {
    for (const end of new Set([line.source, line.target])) {
      const known = linesOf.get(end);
      if (known) known.push(line.key);
      else linesOf.set(end, [line.key]);
    }
  }
  const litLines = new Set(drawn.filter((line) => line.links.some((link) => lit.has(linkKey(link)))).map((line) => line.key));
  const lineOf = new Map(drawn.flatMap((line) => line.links.map((link) => [linkKey(link), line.key] as const)));
  return { nodes, lines: all, linesOf, lineOf, lit: litLines, palette: known.palette };
}

function drawNode(id: string, node: Placed, index: number, canvas: Canvas, degree: number, known: Knowledge): DrawnNode {
  const parent: Spot | null = node.from === null ? null : (canvas.nodes.get(node.from)?.at ?? null);
  const at = node.at ?? firstSpot(id, index, parent, { x: 0, y: 0 });
  const shape = known.shapeOf(node);
  const color = known.palette.kinds[shape];
  return {
    node,
    label: isolate(known.nameOf(node)),
    hidden: known.hidden(id),
    degree,
    faint: blended(color, known.palette.paper, 0.28),
    look: { x: at.x, y: -at.y, size: radiusOf(degree, canvas.nodes.size), color, shape, ring: node.pinned ? 1 : 0, zIndex: 1 },
  };
}

function drawLine(line: Line, opacity: number, lit: boolean, crowd: boolean, known: Knowledge): DrawnLine {
  const { links } = line;
  const stroke = strokeOf(links);
  const color = lit ? known.palette.path : known.palette.tones[toneOf(links, known.tone)];
  const oneWay = links.every((link) => link.subject.id === line.source && !known.symmetric(link.relation));
  const documents = Math.max(...links.map((link) => link.documents));
  return {
    ...line,
    stroke,
    label: links.length > 1 ? isolate(known.bundleLabel(links.length)) : isolate(known.relationLabel(links[0].relation)),
    strong: faded(color, 1),
    faint: faded(color, Math.min(opacity, 0.12)),
    look: {
      size: widthOf(documents) + (links.length > 1 ? 1 : 0) + (lit ? 1.5 : 0), color: faded(color, lit ? 1 : opacity), bend: line.bend,
      stroke: STROKES.indexOf(stroke), arrow: oneWay, mark: links.some((link) => link.contradicted),
      type: crowd ? 'thin' : line.bend === 0 ? 'straight' : 'bent', zIndex: lit ? 2 : 1,
    },
  };
}
