/** What the reader can do to the canvas, from wherever it is asked for. */

import type { Link, Modality, Named } from '../../api/types';
import { announce } from '../../shell/announce';
import { narrowing } from '../../shell/filters';
import { nameOf } from '../../shared/Name';
import { neighbours, notInStore, pathsBetween, wordsOf } from './asking';
import { network } from './messages';
import { add, broughtKey, collapse, collapsible, EMPTY, expand, light, pin, place, remove, type Spot } from './model/canvas';
import { BadCanvas, open } from './model/file';
import { linkKey } from './model/links';
import { merge } from './model/merge';
import { canvas, chosen, complain, layoutWanted, say, settle, take } from './session';

export const STEP = 50;

/** One kind of tie of a node; without a relation, all kinds. */
export interface Kind {
  readonly relation: string | null;
  readonly direction: 'out' | 'in' | 'both';
  readonly modality: Modality | null;
  readonly inferred: boolean;
}

export const ALL: Kind = { relation: null, direction: 'both', modality: null, inferred: true };

export const kindKey = (kind: Kind): string =>
  [kind.relation ?? '*', kind.direction, kind.relation === null ? '*' : (kind.modality ?? 'inferred')].join('|');

export function addNode(named: Named): void {
  const known = canvas.value.nodes.has(named.id);
  take(add(canvas.value, [named]), 'step_add');
  chosen.value = { kind: 'node', key: named.id };
  announce(network(known ? 'alreadyThere' : 'added', { name: nameOf(named) }));
}

/** Brings the next ones of a kind; says how many of how many are there then. */
export async function expandNode(id: string, kind: Kind): Promise<void> {
  const shown = canvas.value.brought.get(broughtKey(id, kindKey(kind)))?.shown ?? 0;
  try {
    const narrowed = {
      ...narrowing.value,
      // A kind lists what it counts: its very relation, said in its way or inferred.
      ...(kind.relation !== null && { relation: [kind.relation], exact: true, said: !kind.inferred, inferred: kind.inferred }),
      ...(kind.modality !== null && { modality: [kind.modality] }),
      direction: kind.direction,
    };
    const answer = await neighbours(id, narrowed, shown, STEP);
    const before = canvas.value.nodes.size;
    const brought = { shown: Math.min(answer.total, shown + answer.links), total: answer.total };
    take(expand(canvas.value, id, kindKey(kind), answer.found, brought), 'step_expand');
    announce(network('brought', { n: canvas.value.nodes.size - before, shown: brought.shown, total: brought.total }));
  } catch (error) {
    complain(wordsOf(error));
  }
}

export const openNode = (id: string): void => {
  chosen.value = { kind: 'node', key: id };
  void expandNode(id, ALL);
};

export function collapseNode(id: string): void {
  const count = collapsible(canvas.value, id).length;
  take(collapse(canvas.value, id), 'step_collapse');
  announce(network('takenOff', { n: count }));
}

export function removeNode(id: string): void {
  take(remove(canvas.value, [id]), 'step_remove');
  announce(network('takenOff', { n: 1 }));
}

export function pinNode(id: string, pinned: boolean): void {
  take(pin(canvas.value, [id], pinned), pinned ? 'step_pin' : 'step_unpin');
}

export function moveNode(id: string, at: Spot): void {
  take(place(canvas.value, new Map([[id, at]])), 'step_move');
}

export function clear(): void {
  take(EMPTY, 'step_clear');
  chosen.value = null;
}

export function layOutAnew(): void {
  layoutWanted.value = 'anew';
}

/** Seeks the shortest paths between two nodes. */
export async function seekPaths(from: string, to: string): Promise<readonly (readonly Link[])[] | null> {
  try {
    return await pathsBetween(from, to, narrowing.value.inferred !== false);
  } catch (error) {
    complain(wordsOf(error));
    return null;
  }
}

/** Puts a path on the canvas and points it out. */
export function showPath(path: readonly Link[]): void {
  const grown = add(canvas.value, path.flatMap((link) => [link.subject, link.object]));
  take(light(grown, path.map(linkKey)), 'step_path');
}

export function forgetPath(): void {
  take(light(canvas.value, []), 'step_path');
}

/** Opens a file in place of the canvas, or beside what stands on it. */
export async function openFile(file: File, { beside }: { beside: boolean }): Promise<void> {
  try {
    const opened = open(await file.text());
    take(beside ? merge(canvas.value, opened) : opened, beside ? 'step_merge' : 'step_open');
    chosen.value = null;
    say(network('opened', { n: opened.nodes.size, links: opened.kept.length }));
  } catch (error) {
    complain(error instanceof BadCanvas ? network(error.fault, { where: error.where }) : wordsOf(error));
    return;
  }
  await checkKept();
}

/** Lets go of a file's links that the store has as well; says how many it does not have. */
async function checkKept(): Promise<void> {
  const present = canvas.value;
  if (present.kept.length === 0) return;
  try {
    const kept = await notInStore(present.kept, [...present.nodes.keys()], AbortSignal.timeout(60_000));
    if (canvas.value.kept === present.kept) settle({ ...canvas.value, kept });
    if (kept.length) say(network('keptOnly', { n: kept.length }));
  } catch (error) {
    complain(wordsOf(error));
  }
}
