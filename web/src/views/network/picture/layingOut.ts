import type { Link } from '../../../api/types';
import { middle, type Canvas, type Spot } from '../model/canvas';
import type { Problem } from './layout';
import { firstSpot } from './seed';

export interface Layout {
  readonly cancel: () => void;
}

type Told = { readonly spots: Float32Array; readonly done: number; readonly final?: true };

/** Lays a canvas out in a worker. With `anew`, all but what is pinned may move from the start, and begins from its seed. */
export function layOutCanvas(
  canvas: Canvas,
  links: readonly Link[],
  radius: (id: string) => number,
  { anew }: { anew: boolean },
  onSpots: (spots: ReadonlyMap<string, Spot>, done: number, final: boolean) => void,
): Layout {
  const ids = [...canvas.nodes.keys()];
  const problem = pose(canvas, links, radius, anew);
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    onSpots(new Map(ids.map((id, index) => [id, { x: data.spots[index * 2] ?? 0, y: data.spots[index * 2 + 1] ?? 0 }])), data.done, data.final === true);
    if (data.final) worker.terminate();
  });
  worker.postMessage(problem);
  return {
    cancel: () => {
      worker.terminate();
    },
  };
}

/** The same canvas as numbers. */
export function pose(canvas: Canvas, links: readonly Link[], radius: (id: string) => number, anew: boolean): Problem {
  const nodes = [...canvas.nodes];
  const places = new Map(nodes.map(([id], index) => [id, index]));
  const centre = anew ? { x: 0, y: 0 } : middle(canvas);
  const spots = new Float32Array(nodes.length * 2);
  nodes.forEach(([id, node], index) => {
    const parent = node.from !== null && !anew ? (canvas.nodes.get(node.from)?.at ?? null) : null;
    const at = node.at && (!anew || node.pinned) ? node.at : firstSpot(id, index, parent, centre);
    spots.set([at.x, at.y], index * 2);
  });
  const pairs = new Map<string, readonly [number, number]>();
  for (const { subject, object } of links) {
    const one = places.get(subject.id);
    const other = places.get(object.id);
    if (one === undefined || other === undefined || one === other) continue;
    pairs.set(one < other ? `${one} ${other}` : `${other} ${one}`, [one, other]);
  }
  return {
    spots,
    radii: Float32Array.from(nodes, ([id]) => radius(id)),
    pinned: Uint8Array.from(nodes, ([, node]) => (node.pinned && node.at ? 1 : 0)),
    settled: Uint8Array.from(nodes, ([, node]) => (node.at && !anew ? 1 : 0)),
    pairs: Uint32Array.from([...pairs.values()].flat()),
  };
}
