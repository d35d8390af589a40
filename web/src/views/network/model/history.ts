/** Steps that can be taken back and done again. */

export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
}

/** A state that was left, and the name of the step that left it. */
interface Step<T> {
  readonly state: T;
  readonly name: string;
}

const MOST = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** Takes a step; one that changes nothing is none. */
export function step<T>(history: History<T>, next: T, name: string): History<T> {
  if (next === history.present) return history;
  return { past: [...history.past, { state: history.present, name }].slice(-MOST), present: next, future: [] };
}

/** Amends the present without making a step of it: a layout that settles belongs to the step that called for it. */
export const amend = <T>(history: History<T>, present: T): History<T> => ({ ...history, present });

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  return { past: history.past.slice(0, -1), present: last.state, future: [{ state: history.present, name: last.name }, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return { past: [...history.past, { state: history.present, name: next.name }], present: next.state, future: rest };
}

export const undoable = <T>(history: History<T>): string | null => history.past.at(-1)?.name ?? null;
export const redoable = <T>(history: History<T>): string | null => history.future[0]?.name ?? null;
