/** The picture itself: sigma over a graph that is kept in step with what the canvas holds. */

import { MultiDirectedGraph } from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import type { CameraState } from 'sigma/types';

import type { Spot } from '../model/canvas';
import type { Drawing } from './drawing';
import { lineAt, type Laid } from './hit';
import { emphasis, type Emphasis, type Pointed } from './emphasis';
import { lineProgram } from './lineProgram';
import { CROWD } from './looks';
import { channels } from './palette';
import { nodeProgram, type NodeShared } from './nodeProgram';
import { thinProgram } from './thinProgram';
import { Writing } from './writing';

export interface Handlers {
  readonly onNode: (id: string) => void;
  readonly onLine: (key: string) => void;
  readonly onNothing: () => void;
  readonly onOpen: (id: string) => void;
  readonly onPoint: (pointed: Pointed | null, at: Spot | null) => void;
  readonly onMoved: (id: string, at: Spot) => void;
}

/** Whether this browser can draw it at all. */
export function canDraw(): boolean {
  try {
    const canvas = document.createElement('canvas');
    return Boolean(canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
  } catch {
    return false;
  }
}

const REST = 200;
/** Between two steps of a layout more time may pass. */
const BETWEEN_STEPS = 1500;
/** Pixels that a line may be missed by. */
const REACH = 4;

export class Stage {
  private readonly graph = new MultiDirectedGraph();
  private readonly shared: NodeShared = { mark: [0, 0, 0], paper: [1, 1, 1], focus: [0, 0, 1], ink: [0, 0, 0], moving: false };
  private readonly sigma: Sigma;
  private readonly writing: Writing;
  private drawing: Drawing | null = null;
  private pointed: Pointed | null = null;
  private chosen: Pointed | null = null;
  private shownEmphasis: Emphasis | null = null;
  private dragged: { id: string; moved: boolean } | null = null;
  private still = true;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private laid: readonly Laid[] | null = null;
  private overNode = false;
  private overLine: string | null = null;

  constructor(container: HTMLElement, handlers: Handlers) {
    this.sigma = new Sigma(this.graph, container, {
      nodeProgramClasses: { node: nodeProgram(this.shared) },
      edgeProgramClasses: { straight: lineProgram(1, this.shared), bent: lineProgram(10, this.shared), thin: thinProgram(this.shared) },
      defaultNodeType: 'node',
      defaultEdgeType: 'straight',
      renderLabels: false,
      renderEdgeLabels: false,
      // Which line is pointed at is worked out here: a graphics card would have to draw all of them twice.
      enableEdgeEvents: false,
      enableCameraRotation: false,
      zIndex: true,
      nodeReducer: (id, data) => this.lookOfNode(id, data),
      edgeReducer: (key, data) => this.lookOfLine(key, data),
      // A picture that is just being put away has no width any more.
      allowInvalidContainer: true,
      stagePadding: 70,
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      doubleClickZoomingRatio: 1,
      defaultDrawNodeHover: () => undefined,
    });
    this.writing = new Writing(this.sigma, this.graph, () => ({
      drawing: this.drawing, pointed: this.pointed, chosen: this.chosen, still: this.still, strong: this.crowded ? this.shownEmphasis : null,
    }));
    this.listen(handlers);
    this.touch(handlers);
  }

  /** Shows a drawing in place of the one before; nodes keep where they are while they are on both. */
  show(drawing: Drawing): void {
    this.drawing = drawing;
    this.writing.forget();
    const { palette } = drawing;
    Object.assign(this.shared, {
      mark: unit(palette.mark), paper: unit(palette.paper), focus: unit(palette.focus), ink: unit(palette.ink),
    });
    const { graph } = this;
    for (const key of graph.edges()) if (!drawing.lines.has(key)) graph.dropEdge(key);
    for (const id of graph.nodes()) if (!drawing.nodes.has(id)) graph.dropNode(id);
    for (const [id, node] of drawing.nodes) {
      if (graph.hasNode(id)) graph.mergeNodeAttributes(id, node.look);
      else graph.addNode(id, node.look);
    }
    for (const [key, line] of drawing.lines) {
      if (graph.hasEdge(key)) graph.mergeEdgeAttributes(key, line.look);
      else graph.addDirectedEdgeWithKey(key, line.source, line.target, line.look);
    }
    this.laid = null;
    this.rest();
    this.repaint(true);
  }

  /** Moves nodes without touching anything else: what a layout does while it runs. */
  move(spots: ReadonlyMap<string, Spot>): void {
    this.laid = null;
    this.stir(BETWEEN_STEPS);
    this.graph.updateEachNodeAttributes(
      (id, attributes) => {
        const at = spots.get(id);
        return at && this.dragged?.id !== id ? { ...attributes, x: at.x, y: -at.y } : attributes;
      },
      { attributes: ['x', 'y'] },
    );
  }

  /** Marks what the reader has chosen, and all that belongs to it. */
  choose(chosen: Pointed | null): void {
    this.chosen = chosen;
    this.repaint(false);
  }

  /** Brings out what is pointed at, in the picture or in a list beside it. */
  point(pointed: Pointed | null): void {
    if (pointed?.key === this.pointed?.key) return;
    this.pointed = pointed;
    this.repaint(false);
  }

  /** Shows all of it. */
  fit(): void {
    this.sigma.setCustomBBox(null);
    this.sigma.refresh();
    void this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: calm() ? 0 : 250 });
  }

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * by) }, { duration: calm() ? 0 : 150 });
  }

  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio }, { duration: calm() ? 0 : 100 });
  }

  /** Brings a node into sight where it is not. */
  reveal(id: string): void {
    const shown = this.sigma.getNodeDisplayData(id);
    if (!shown) return;
    const at = this.sigma.framedGraphToViewport(shown);
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 40 && at.x < width - 40 && at.y > 40 && at.y < height - 40) return;
    void this.sigma.getCamera().animate({ x: shown.x, y: shown.y }, { duration: calm() ? 0 : 250 });
  }

  /** Where nodes lie on the picture, for the arrow keys. */
  onScreen(): ReadonlyMap<string, Spot> {
    return new Map(this.graph.mapNodes((id, { x, y }) => [id, this.sigma.graphToViewport({ x: Number(x), y: Number(y) })]));
  }

  resize(): void {
    // Taken off the page, it is told of its new size once more.
    if (this.sigma.getContainer().offsetWidth === 0) return;
    this.sigma.resize();
    this.sigma.scheduleRender();
  }

  /** The camera, to be set again on another stage. */
  camera(next?: CameraState): CameraState {
    if (next) this.sigma.getCamera().setState(next);
    return this.sigma.getCamera().getState();
  }

  end(): void {
    clearTimeout(this.resting);
    this.sigma.kill();
  }

  private repaint(whole: boolean): void {
    const { drawing, sigma } = this;
    if (!drawing) return;
    this.shownEmphasis = emphasis(drawing, this.pointed, this.chosen);
    if (whole) sigma.refresh();
    else if (!this.crowded) sigma.refresh({ skipIndexation: true });
    // With many lines, what is brought out is painted over them.
    else this.writing.write();
  }

  private get crowded(): boolean {
    return (this.drawing?.lines.size ?? 0) > CROWD;
  }

  /** The picture moves: lines, where there are many, and names are left out until it rests. */
  private stir(patience = REST): void {
    this.still = false;
    this.shared.moving = this.crowded;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      // A hand that holds the picture may go on moving it.
      if (this.sigma.getMouseCaptor().isMouseDown || this.sigma.getTouchCaptor().touchMode > 0) {
        this.stir(patience);
        return;
      }
      this.rest();
      if (this.crowded) this.sigma.scheduleRender();
      else this.writing.write();
    }, patience);
  }

  private rest(): void {
    clearTimeout(this.resting);
    this.still = true;
    this.shared.moving = false;
  }

  // The settings are given once: to change one makes sigma go through the whole graph again.
  private lookOfNode(id: string, data: Attributes): Attributes {
    const { drawing, shownEmphasis: shown } = this;
    const node = drawing?.nodes.get(id);
    if (!drawing || !node || !shown || this.crowded) return data;
    const strong = shown.nodes.has(id);
    const dim = shown.any && !strong;
    return { ...data, color: dim ? node.faint : node.look.color, ring: shown.ringed === id ? 2 : node.look.ring, zIndex: strong ? 2 : 1 };
  }

  private lookOfLine(key: string, data: Attributes): Attributes {
    const { drawing, shownEmphasis: shown } = this;
    const line = drawing?.lines.get(key);
    if (!drawing || !line || !shown || this.crowded) return data;
    if (shown.lines.has(key)) return { ...data, color: line.strong, size: line.look.size + (shown.exact === key ? 1.6 : 0.4), zIndex: 2 };
    return shown.any ? { ...data, color: line.faint, zIndex: 0 } : data;
  }

  private listen(handlers: Handlers): void {
    const { sigma, graph } = this;
    const at = (event: { x: number; y: number }): Spot => ({ x: event.x, y: event.y });
    sigma.on('clickNode', ({ node }) => {
      if (!this.dragged?.moved) handlers.onNode(node);
    });
    sigma.on('rightClickNode', ({ node, event }) => {
      event.original.preventDefault();
      handlers.onNode(node);
    });
    sigma.on('doubleClickNode', ({ node, event }) => {
      event.preventSigmaDefault();
      handlers.onOpen(node);
    });
    sigma.on('clickStage', ({ event }) => {
      const line = this.lineUnder(event);
      if (line === null) handlers.onNothing();
      else handlers.onLine(line);
    });
    sigma.on('enterNode', ({ node, event }) => {
      this.overNode = true;
      this.overLine = null;
      handlers.onPoint({ kind: 'node', key: node }, at(event));
    });
    sigma.on('leaveNode', () => {
      this.overNode = false;
      handlers.onPoint(null, null);
    });
    sigma.on('downNode', ({ node }) => {
      this.dragged = { id: node, moved: false };
      sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.getCamera().on('updated', () => {
      this.stir();
    });
    const mouse = sigma.getMouseCaptor();
    mouse.on('mousemovebody', (event) => {
      if (!this.dragged) return;
      const spot = sigma.viewportToGraph(event);
      this.dragged.moved = true;
      this.laid = null;
      this.stir();
      graph.mergeNodeAttributes(this.dragged.id, { x: spot.x, y: spot.y });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    mouse.on('mouseup', () => {
      this.drop(handlers);
    });
    const pointAt = (line: string | null, event: { x: number; y: number }) => {
      if (line === this.overLine) return;
      this.overLine = line;
      handlers.onPoint(line === null ? null : { kind: 'line', key: line }, line === null ? null : at(event));
    };
    mouse.on('mousemove', (event) => {
      if (!this.overNode && !this.dragged && this.still) pointAt(this.lineUnder(event), event);
    });
    mouse.on('mouseleave', (event) => {
      pointAt(null, event);
    });
  }

  /** The same by finger: a node is dragged by one, two zoom. */
  private touch(handlers: Handlers): void {
    const { sigma, graph } = this;
    const touch = sigma.getTouchCaptor();
    touch.on('touchmove', (event) => {
      const [finger, another] = event.touches;
      if (!this.dragged || !finger || another) return;
      event.preventSigmaDefault();
      this.dragged.moved = true;
      this.laid = null;
      this.stir();
      graph.mergeNodeAttributes(this.dragged.id, sigma.viewportToGraph(finger));
    });
    touch.on('touchup', () => {
      this.drop(handlers);
    });
  }

  private drop(handlers: Handlers): void {
    const { dragged, graph } = this;
    if (dragged?.moved) handlers.onMoved(dragged.id, { x: Number(graph.getNodeAttribute(dragged.id, 'x')), y: -Number(graph.getNodeAttribute(dragged.id, 'y')) });
    // The click that follows must still know of it.
    setTimeout(() => {
      this.dragged = null;
    }, 0);
  }

  /** The line under a point of the picture. */
  private lineUnder(event: { x: number; y: number }): string | null {
    const { sigma } = this;
    const here = sigma.viewportToGraph(event);
    const beside = sigma.viewportToGraph({ x: event.x + 1, y: event.y });
    const pixel = Math.hypot(beside.x - here.x, beside.y - here.y);
    this.laid ??= this.layLines();
    return lineAt(this.laid, { x: here.x, y: -here.y }, REACH * pixel);
  }

  private layLines(): readonly Laid[] {
    const { graph } = this;
    const spots = new Map(graph.mapNodes((id, { x, y }) => [id, { x: Number(x), y: -Number(y) }]));
    return [...(this.drawing?.lines.values() ?? [])].flatMap(({ key, source, target, bend, look }) => {
      const [from, to] = [spots.get(source), spots.get(target)];
      return from && to ? [{ key, source: from, target: to, bend, width: look.size }] : [];
    });
  }
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function unit(color: string): readonly [number, number, number] {
  const [red, green, blue] = channels(color);
  return [red / 255, green / 255, blue / 255];
}
