/** The picture itself: sigma over a graph that is kept in step with what the canvas holds. */

import { MultiDirectedGraph } from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import type { CameraState } from 'sigma/types';

import type { Spot } from '../model/canvas';
import type { Drawing } from './drawing';
import { emphasis, type Emphasis, type Pointed } from './emphasis';
import { lineProgram } from './lineProgram';
import { channels } from './palette';
import { nodeProgram, type NodeShared } from './nodeProgram';
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

const MANY = 3000;

export class Stage {
  private readonly graph = new MultiDirectedGraph();
  private readonly shared: NodeShared = { mark: [0, 0, 0], paper: [1, 1, 1], focus: [0, 0, 1], ink: [0, 0, 0] };
  private readonly sigma: Sigma;
  private readonly writing: Writing;
  private drawing: Drawing | null = null;
  private pointed: Pointed | null = null;
  private chosen: Pointed | null = null;
  private shownEmphasis: Emphasis | null = null;
  private dragged: { id: string; moved: boolean } | null = null;

  constructor(container: HTMLElement, handlers: Handlers) {
    this.sigma = new Sigma(this.graph, container, {
      nodeProgramClasses: { node: nodeProgram(this.shared) },
      edgeProgramClasses: { straight: lineProgram(1, this.shared), bent: lineProgram(10, this.shared) },
      defaultNodeType: 'node',
      defaultEdgeType: 'straight',
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
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
    this.writing = new Writing(this.sigma, this.graph, () => ({ drawing: this.drawing, pointed: this.pointed, chosen: this.chosen }));
    this.listen(handlers);
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
    const many = drawing.lines.size > MANY;
    if (this.sigma.getSetting('hideEdgesOnMove') !== many) this.sigma.setSetting('hideEdgesOnMove', many);
    this.repaint(true);
  }

  /** Moves nodes without touching anything else: what a layout does while it runs. */
  move(spots: ReadonlyMap<string, Spot>): void {
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
    this.sigma.kill();
  }

  private repaint(whole: boolean): void {
    const { drawing, graph, sigma } = this;
    if (!drawing) return;
    const before = this.shownEmphasis;
    const next = emphasis(drawing, this.pointed, this.chosen);
    this.shownEmphasis = next;
    // With many links only what changes its look is painted anew, and the rest is not dimmed.
    const dims = drawing.lines.size <= MANY;
    if (whole) sigma.refresh();
    else if (dims) sigma.refresh({ skipIndexation: true });
    else {
      const changed = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...new Set([...one, ...other])];
      sigma.refresh({
        skipIndexation: true,
        partialGraph: {
          nodes: changed(before?.nodes ?? new Set(), next.nodes).filter((id) => graph.hasNode(id)),
          edges: changed(before?.lines ?? new Set(), next.lines).filter((key) => graph.hasEdge(key)),
        },
      });
    }
  }

  // The settings are given once: to change one makes sigma go through the whole graph again.
  private lookOfNode(id: string, data: Attributes): Attributes {
    const { drawing, shownEmphasis: shown } = this;
    const node = drawing?.nodes.get(id);
    if (!drawing || !node || !shown) return data;
    const strong = shown.nodes.has(id);
    const dim = drawing.lines.size <= MANY && shown.any && !strong;
    return { ...data, color: dim ? node.faint : node.look.color, ring: shown.ringed === id ? 2 : node.look.ring, zIndex: strong ? 2 : 1 };
  }

  private lookOfLine(key: string, data: Attributes): Attributes {
    const { drawing, shownEmphasis: shown } = this;
    const line = drawing?.lines.get(key);
    if (!drawing || !line || !shown) return data;
    if (shown.lines.has(key)) return { ...data, color: line.strong, size: line.look.size + (shown.exact === key ? 1.6 : 0.4), zIndex: 2 };
    return drawing.lines.size <= MANY && shown.any ? { ...data, color: line.faint, zIndex: 0 } : data;
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
    sigma.on('clickEdge', ({ edge }) => {
      handlers.onLine(edge);
    });
    sigma.on('clickStage', handlers.onNothing);
    sigma.on('enterNode', ({ node, event }) => {
      handlers.onPoint({ kind: 'node', key: node }, at(event));
    });
    sigma.on('leaveNode', () => {
      handlers.onPoint(null, null);
    });
    sigma.on('enterEdge', ({ edge, event }) => {
      handlers.onPoint({ kind: 'line', key: edge }, at(event));
    });
    sigma.on('leaveEdge', () => {
      handlers.onPoint(null, null);
    });
    sigma.on('downNode', ({ node }) => {
      this.dragged = { id: node, moved: false };
      sigma.setCustomBBox(sigma.getBBox());
    });
    const mouse = sigma.getMouseCaptor();
    mouse.on('mousemovebody', (event) => {
      if (!this.dragged) return;
      const spot = sigma.viewportToGraph(event);
      this.dragged.moved = true;
      graph.mergeNodeAttributes(this.dragged.id, { x: spot.x, y: spot.y });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    mouse.on('mouseup', () => {
      const { dragged } = this;
      if (dragged?.moved) handlers.onMoved(dragged.id, { x: Number(graph.getNodeAttribute(dragged.id, 'x')), y: -Number(graph.getNodeAttribute(dragged.id, 'y')) });
      // The click that follows must still know of it.
      setTimeout(() => {
        this.dragged = null;
      }, 0);
    });
  }
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function unit(color: string): readonly [number, number, number] {
  const [red, green, blue] = channels(color);
  return [red / 255, green / 255, blue / 255];
}
