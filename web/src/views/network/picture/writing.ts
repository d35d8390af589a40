/** The texts on the picture: names, relations, and badges of what is hidden, on a layer over it. */

import type Graph from 'graphology';
import type Sigma from 'sigma';

import type { Spot } from '../model/canvas';
import { between, controlOf, pointOn } from './curve';
import type { Drawing, DrawnLine, DrawnNode } from './drawing';
import { lineNamed, type Emphasis, type Pointed } from './emphasis';
import { placeLabels, type Box, type Wish } from './labels';
import { CROWD } from './looks';
import { paintEnds, paintLine } from './paint';

export interface Present {
  readonly drawing: Drawing | null;
  readonly pointed: Pointed | null;
  readonly chosen: Pointed | null;
  /** Whether the picture rests: where there is much on it, it is written on then. */
  readonly still: boolean;
  /** What is brought out, where the lines themselves do not show it. */
  readonly strong: Emphasis | null;
}

const SIZE = 12.5;
const SMALL = 11;
/** More names than these are no longer read. */
const MOST = 260;
const MOST_RELATIONS = 90;
const MOST_CLEAR = 220;
const MOST_IN_CROWD = 50;
const MOST_MOVING = 800;
const MOST_ENDS = 2000;

interface Seen {
  readonly id: string;
  readonly node: DrawnNode;
  readonly at: Spot;
  readonly radius: number;
  readonly near: boolean;
}

export class Writing {
  private readonly widths = new Map<string, number>();
  private readonly context: CanvasRenderingContext2D | null;

  constructor(
    private readonly sigma: Sigma,
    private readonly graph: Graph,
    private readonly present: () => Present,
  ) {
    sigma.createCanvasContext('texts', { style: { pointerEvents: 'none' } });
    sigma.resize(true);
    this.context = sigma.getCanvases().texts?.getContext('2d') ?? null;
    sigma.on('afterRender', () => {
      this.write();
    });
  }

  forget(): void {
    this.widths.clear();
  }

  write(): void {
    const { context, sigma } = this;
    const { drawing, pointed, chosen, still, strong } = this.present();
    if (!context) return;
    const { width, height } = sigma.getDimensions();
    const ratio = context.canvas.width / Math.max(1, width);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    if (!drawing || (drawing.nodes.size > MOST_MOVING && !still)) return;
    if (strong) this.bringOut(context, drawing, strong);
    context.lineJoin = 'round';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const near = nearby(drawing, pointed) ?? nearby(drawing, chosen);
    const seen = this.visible(drawing, near, width, height);
    // In a crowd the names of hubs are written over other nodes: they are what the eye seeks.
    const crowd = seen.length > MOST_CLEAR;
    if (drawing.lines.size > CROWD && !crowd) this.ends(context, drawing, seen);
    const taken = (crowd ? [] : seen).map(({ at, radius }): Box => ({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius }));
    const names = this.names(context, drawing, seen, near, taken);
    this.relations(context, drawing, seen, near, [...taken, ...names]);
    this.badges(context, drawing, seen);
  }

  /** Lines that are pointed at or chosen, and a ring round the chosen node. */
  private bringOut(context: CanvasRenderingContext2D, drawing: Drawing, strong: Emphasis): void {
    const { palette } = drawing;
    for (const key of strong.lines) {
      const line = drawing.lines.get(key);
      const [source, target] = [this.place(drawing, line?.source), this.place(drawing, line?.target)];
      const curve = line && source && target && between(source.at, source.radius, target.at, target.radius + 1, line.bend);
      if (curve) paintLine(context, line, curve, { color: line.strong, size: line.look.size + (strong.exact === key ? 1.6 : 0) }, palette);
    }
    for (const id of strong.nodes) {
      const place = this.place(drawing, id);
      if (!place) continue;
      context.beginPath();
      context.arc(place.at.x, place.at.y, place.radius + 2.5, 0, 2 * Math.PI);
      context.strokeStyle = strong.ringed === id ? palette.focus : palette.ink;
      context.lineWidth = strong.ringed === id ? 2.5 : 1;
      context.stroke();
    }
  }

  /** Where there are very many lines, their heads are painted once few of them are in sight. */
  private ends(context: CanvasRenderingContext2D, drawing: Drawing, seen: readonly Seen[]): void {
    const keys = new Set(seen.flatMap(({ id }) => drawing.linesOf.get(id) ?? []));
    if (keys.size > MOST_ENDS) return;
    for (const key of keys) {
      const line = drawing.lines.get(key);
      const [source, target] = [this.place(drawing, line?.source), this.place(drawing, line?.target)];
      const curve = line && source && target && between(source.at, source.radius, target.at, target.radius + 1, line.bend);
      if (curve) paintEnds(context, line, curve, line.look, drawing.palette);
    }
  }

  private place(drawing: Drawing, id: string | undefined): { readonly at: Spot; readonly radius: number } | null {
    const node = id === undefined ? undefined : drawing.nodes.get(id);
    if (!node || id === undefined || !this.graph.hasNode(id)) return null;
    const { x, y } = this.graph.getNodeAttributes(id);
    return { at: this.sigma.graphToViewport({ x: Number(x), y: Number(y) }), radius: this.sigma.scaleSize(node.look.size) };
  }

  /** Nodes in sight, those that matter most first. */
  private visible(drawing: Drawing, near: ReadonlySet<string> | null, width: number, height: number): readonly Seen[] {
    const seen: Seen[] = [];
    for (const [id, node] of drawing.nodes) {
      const place = this.place(drawing, id);
      if (!place || place.at.x < -40 || place.at.y < -20 || place.at.x > width + 40 || place.at.y > height + 20) continue;
      seen.push({ id, node, ...place, near: near?.has(id) ?? false });
    }
    return seen.sort((one, other) => Number(other.near) - Number(one.near) || other.node.degree - one.node.degree || (one.id < other.id ? -1 : 1));
  }

  private names(context: CanvasRenderingContext2D, drawing: Drawing, seen: readonly Seen[], near: ReadonlySet<string> | null, taken: readonly Box[]): readonly Box[] {
    const { palette } = drawing;
    context.font = `500 ${SIZE}px ${palette.font}`;
    // Only the node pointed at is named whatever lies there: its neighbours come first, but not over each other.
    const [first] = near ?? [];
    const wishes = seen.slice(0, seen.length > MOST_CLEAR ? MOST_IN_CROWD : MOST).map((one): Wish => ({
      key: one.id, ...one.at, radius: one.radius * 1.15, width: this.width(context, one.node.label) + 4, height: SIZE + 4, must: one.id === first,
    }));
    const byId = new Map(seen.map((one) => [one.id, one]));
    const sizes = new Map(wishes.map((wish) => [wish.key, wish]));
    return placeLabels(wishes, taken).map(({ key, x, y }) => {
      const one = byId.get(key);
      const wish = sizes.get(key);
      if (one) {
        context.globalAlpha = near && !one.near ? 0.35 : 1;
        this.text(context, one.node.label, x, y, palette.ink, palette.paper);
        context.globalAlpha = 1;
      }
      const half = (wish?.width ?? 0) / 2;
      return { left: x - half, right: x + half, top: y - SIZE / 2, bottom: y + SIZE / 2 };
    });
  }

  /** Relations are written on lines that are long enough; with many lines, only on those that are pointed at. */
  private relations(context: CanvasRenderingContext2D, drawing: Drawing, seen: readonly Seen[], near: ReadonlySet<string> | null, taken: readonly Box[]): void {
    const places = new Map(seen.map((one) => [one.id, one]));
    const wanted = near ? [...near].filter((key) => drawing.lines.has(key)) : drawing.lines.size <= MOST_RELATIONS ? [...drawing.lines.keys()] : [...drawing.lit];
    context.font = `${SMALL}px ${drawing.palette.font}`;
    const middles = new Map<string, { at: Spot; line: DrawnLine }>();
    for (const key of wanted.slice(0, MOST_RELATIONS)) {
      const line = drawing.lines.get(key);
      const source = line && places.get(line.source);
      const target = line && places.get(line.target);
      if (!source || !target) continue;
      const free = Math.hypot(source.at.x - target.at.x, source.at.y - target.at.y) - source.radius - target.radius;
      if (free < this.width(context, line.label) * 0.7) continue;
      const control = controlOf(source.at, target.at, line.bend);
      middles.set(key, { at: pointOn({ from: source.at, control, to: target.at }, 0.5), line });
    }
    const wishes = [...middles].map(([key, { at, line }]): Wish => ({
      key, ...at, radius: line.look.mark ? 8 : -SMALL / 2 - 3, width: this.width(context, line.label) + 2, height: SMALL + 2, must: false,
    }));
    for (const { key, x, y } of placeLabels(wishes, taken)) {
      const line = middles.get(key)?.line;
      if (line) this.text(context, line.label, x, y, line.strong, drawing.palette.paper);
    }
  }

  private badges(context: CanvasRenderingContext2D, drawing: Drawing, seen: readonly Seen[]): void {
    const { palette } = drawing;
    context.font = `600 9.5px ${palette.font}`;
    for (const { node, at, radius } of seen.slice(0, MOST)) {
      if (node.hidden <= 0 || radius < 4.5) continue;
      const text = `+${node.hidden > 999 ? `${Math.floor(node.hidden / 1000)}k` : node.hidden}`;
      const half = context.measureText(text).width / 2 + 3.5;
      const x = at.x + radius * 0.9 + half * 0.4;
      const y = at.y - radius * 0.9 - 2;
      context.fillStyle = palette.paper;
      context.strokeStyle = palette.quiet;
      context.lineWidth = 1;
      context.beginPath();
      context.roundRect(x - half, y - 7, half * 2, 14, 7);
      context.fill();
      context.stroke();
      context.fillStyle = palette.ink;
      context.fillText(text, x, y + 0.5);
    }
  }

  private text(context: CanvasRenderingContext2D, text: string, x: number, y: number, color: string, paper: string): void {
    context.strokeStyle = paper;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  private width(context: CanvasRenderingContext2D, text: string): number {
    const key = `${context.font} ${text}`;
    const known = this.widths.get(key) ?? context.measureText(text).width;
    this.widths.set(key, known);
    return known;
  }
}

/** A node or line pointed at, and what it is joined to; the first is what is pointed at. */
function nearby(drawing: Drawing, pointed: Pointed | null): ReadonlySet<string> | null {
  if (!pointed) return null;
  if (pointed.kind === 'line') {
    const line = lineNamed(drawing, pointed.key);
    return line ? new Set([line.source, line.target, line.key]) : null;
  }
  if (!drawing.nodes.has(pointed.key)) return null;
  const near = new Set([pointed.key]);
  for (const key of drawing.linesOf.get(pointed.key) ?? []) {
    const line = drawing.lines.get(key);
    if (line) near.add(key).add(line.source).add(line.target);
  }
  return near;
}
