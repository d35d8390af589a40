/** Finds places for nodes by ForceAtlas2. The same input gives the same places. */

import iterate from 'graphology-layout-forceatlas2/iterate';

import { apart } from './apart';

export interface Problem {
  /** x and y of each node. */
  readonly spots: Float32Array;
  readonly radii: Float32Array;
  /** 1 where a node must not move at all. */
  readonly pinned: Uint8Array;
  /** 1 where a node was placed before: it moves in the last part only, so that the reader finds it again. */
  readonly settled: Uint8Array;
  /** Two places in the list of nodes for each pair that is linked. */
  readonly pairs: Uint32Array;
}

const NODE = 10;
const FIXED = 9;
const LINK = 3;
/** Units of the canvas in one of the layout, in which two linked nodes come to lie about six apart. */
const UNIT = 15;
/** From one node without links to the next. */
const ROOM = 60;

/** Lays out; `onStep` is given the places now and then and the share that is done. */
export function layOut(problem: Problem, onStep: (spots: Float32Array, done: number) => void): Float32Array {
  const count = problem.pinned.length;
  const nodes = matrix(problem);
  const links = new Float32Array((problem.pairs.length / 2) * LINK);
  for (let pair = 0; pair * 2 < problem.pairs.length; pair += 1) {
    links.set([(problem.pairs[pair * 2] ?? 0) * NODE, (problem.pairs[pair * 2 + 1] ?? 0) * NODE, 1], pair * LINK);
  }
  // With many nodes, groups of them are told apart better by forces that grow slowly with distance.
  const large = count > 300;
  const settings = {
    linLogMode: large, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 0, scalingRatio: 10,
    strongGravityMode: false, gravity: large ? 0.6 : 3, slowDown: 1 + Math.log(count + 1), barnesHutOptimize: count > 400, barnesHutTheta: 0.7,
  };
  const rounds = count <= 100 ? 500 : count <= 1000 ? 300 : count <= 2500 ? 200 : 120;
  const some = problem.settled.some((one) => one === 1);
  const all = problem.settled.every((one) => one === 1);
  const held = some && !all ? Math.floor(rounds * 0.7) : 0;
  const often = Math.max(1, Math.floor(rounds / 20));
  for (let round = 0; round < rounds; round += 1) {
    if (round === 0 || round === held) hold(nodes, problem, round < held);
    iterate(settings, nodes, links);
    if (round % often === often - 1) onStep(spotsOf(nodes, count), (round + 1) / rounds);
  }
  const spots = spotsOf(nodes, count);
  gather(spots, problem);
  apart(spots, problem.radii, problem.pinned);
  return spots;
}

function matrix(problem: Problem): Float32Array {
  const count = problem.pinned.length;
  const nodes = new Float32Array(count * NODE);
  for (let index = 0; index < count; index += 1) {
    nodes.set([(problem.spots[index * 2] ?? 0) / UNIT, (problem.spots[index * 2 + 1] ?? 0) / UNIT, 0, 0, 0, 0, 1, 1, 1, 0], index * NODE);
  }
  for (const end of problem.pairs) nodes[end * NODE + 6] = (nodes[end * NODE + 6] ?? 0) + 1;
  return nodes;
}

function hold(nodes: Float32Array, problem: Problem, settledToo: boolean): void {
  problem.pinned.forEach((pinned, index) => {
    nodes[index * NODE + FIXED] = pinned === 1 || (settledToo && problem.settled[index] === 1) ? 1 : 0;
  });
}

function spotsOf(nodes: Float32Array, count: number): Float32Array {
  const spots = new Float32Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    spots[index * 2] = (nodes[index * NODE] ?? 0) * UNIT;
    spots[index * 2 + 1] = (nodes[index * NODE + 1] ?? 0) * UNIT;
  }
  return spots;
}

/** Puts nodes without links in rings close round the others: forces alone would drive them far out, and the rest would be drawn small. */
function gather(spots: Float32Array, problem: Problem): void {
  const count = problem.pinned.length;
  const linked = new Set(problem.pairs);
  const loose = Array.from({ length: count }, (_, index) => index).filter((index) => !linked.has(index) && problem.pinned[index] === 0 && problem.settled[index] === 0);
  if (linked.size === 0 || loose.length === 0) return;
  const middle = (offset: number) => [...linked].reduce((sum, index) => sum + (spots[index * 2 + offset] ?? 0), 0) / linked.size;
  const [x, y] = [middle(0), middle(1)];
  const away = [...linked].map((index) => Math.hypot((spots[index * 2] ?? 0) - x, (spots[index * 2 + 1] ?? 0) - y)).sort((one, other) => one - other);
  let radius = (away[Math.floor(away.length * 0.98)] ?? 0) + ROOM;
  let angle = 0;
  for (const index of loose) {
    spots[index * 2] = x + radius * Math.cos(angle);
    spots[index * 2 + 1] = y + radius * Math.sin(angle);
    angle += ROOM / radius;
    if (angle < 2 * Math.PI) continue;
    angle = 0;
    radius += ROOM;
  }
}
