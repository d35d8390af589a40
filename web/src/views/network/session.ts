/** The canvas that the reader works on. It outlives the view: who comes back finds it as it was. */

import { computed, signal } from '@preact/signals';

import type { Link } from '../../api/types';
import type { Canvas } from './model/canvas';
import { EMPTY } from './model/canvas';
import { amend, begin, redo, step, undo, type History } from './model/history';
import type { Pointed } from './picture/emphasis';

/** The names of steps, as the buttons for undo and redo tell them. */
export type StepName =
  | 'step_add' | 'step_expand' | 'step_collapse' | 'step_remove' | 'step_pin' | 'step_unpin' | 'step_move' | 'step_layout' | 'step_merge'
  | 'step_open' | 'step_path' | 'step_clear' | 'step_address';

export const history = signal<History<Canvas>>(begin(EMPTY));
export const canvas = computed(() => history.value.present);

/** What is chosen, and what is pointed at: in the picture, the panel and the table alike. */
export const chosen = signal<Pointed | null>(null);
export const pointed = signal<Pointed | null>(null);

/** The links of the store among the nodes, how many it did not send, and the nodes that it does not know. */
export const found = signal<{ readonly links: readonly Link[]; readonly missing: number; readonly unknown: readonly string[] }>({ links: [], missing: 0, unknown: [] });

/** How many links each node has in all, as far as that was asked. */
export const totals = signal<ReadonlyMap<string, number>>(new Map());

export const bundled = signal(false);
/** From where a path is sought, while its other end is awaited. */
export const pathFrom = signal<string | null>(null);
export const note = signal<{ readonly text: string; readonly bad: boolean } | null>(null);
/** The share of a layout that is done; null while none runs. */
export const layingOut = signal<number | null>(null);
/** Set where the reader asked for a layout from the start. */
export const layoutWanted = signal<'anew' | null>(null);

export function take(next: Canvas, name: StepName): void {
  history.value = step(history.value, next, name);
  forgetWhatIsGone();
}

/** Amends what the last step made: places that a layout found, links that the store turned out to have. */
export function settle(next: Canvas): void {
  if (next !== canvas.value) history.value = amend(history.value, next);
}

export function takeBack(): void {
  history.value = undo(history.value);
  forgetWhatIsGone();
}

export function doAgain(): void {
  history.value = redo(history.value);
  forgetWhatIsGone();
}

export const say = (text: string): void => {
  note.value = { text, bad: false };
};

export const complain = (text: string): void => {
  note.value = { text, bad: true };
};

function forgetWhatIsGone(): void {
  const { nodes } = canvas.value;
  if (chosen.value?.kind === 'node' && !nodes.has(chosen.value.key)) chosen.value = null;
  if (pathFrom.value !== null && !nodes.has(pathFrom.value)) pathFrom.value = null;
  pointed.value = null;
}
