import { useEffect, useState } from 'preact/hooks';

import { isAbort, Refused } from './client';
import { changes } from './known';
import type { Problem } from './types';

/** An answer on its way: the former answer stays to be shown while the next one is awaited. */
export interface Asked<T> {
  readonly answer: T | null;
  readonly problem: Problem | null;
  readonly waiting: boolean;
  readonly again: () => void;
}

/**
 * Asks when `key` or the store changes and gives the former question up. `key` names everything that the question depends on; with a key of null
 * nothing is asked.
 */
export function useAsked<T>(key: string | null, question: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ answer: null, problem: null, waiting: key !== null });
  const [round, setRound] = useState(0);
  const changed = changes.value;

  useEffect(() => {
    if (key === null) {
      setState({ answer: null, problem: null, waiting: false });
      return;
    }
    const control = new AbortController();
    setState((before) => ({ ...before, problem: null, waiting: true }));
    question(control.signal).then(
      (answer) => {
        if (!control.signal.aborted) setState({ answer, problem: null, waiting: false });
      },
      (error: unknown) => {
        if (control.signal.aborted || isAbort(error)) return;
        setState({ answer: null, problem: asProblem(error), waiting: false });
      },
    );
    return () => {
      control.abort();
    };
    // The question is made anew on every render; its key says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round, changed]);

  return {
    ...state,
    again: () => {
      setRound((n) => n + 1);
    },
  };
}

function asProblem(error: unknown): Problem {
  return error instanceof Refused ? error.problem : { title: 'unexpected', status: 0, detail: String(error) };
}
