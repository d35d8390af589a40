import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { isAbort, Refused } from '../../api/client';
import type { Problem } from '../../api/types';

export interface Run<T> {
  readonly state: 'idle' | 'running' | 'done' | 'refused' | 'cancelled';
  readonly answer: T | null;
  readonly problem: Problem | null;
  /** How long it has run, or took. */
  readonly seconds: number;
  readonly cancel: () => void;
  readonly again: () => void;
}

type Shown<T> = Pick<Run<T>, 'state' | 'answer' | 'problem' | 'seconds'>;

const IDLE = { state: 'idle', answer: null, problem: null, seconds: 0 } as const;
const TICK = 100;

/** Asks what may take long: with the time that it takes and a way to give it up. Asks anew when `key` changes; null asks nothing. */
export function useRun<T>(key: string | null, question: (signal: AbortSignal) => Promise<T>): Run<T> {
  const [shown, setShown] = useState<Shown<T>>(IDLE);
  const [round, setRound] = useState(0);
  const control = useRef<AbortController | null>(null);

  useEffect(() => {
    if (key === null) {
      setShown(IDLE);
      return;
    }
    const own = new AbortController();
    control.current = own;
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    setShown({ ...IDLE, state: 'running' });
    const ticking = setInterval(() => {
      setShown((before) => (before.state === 'running' ? { ...before, seconds: seconds() } : before));
    }, TICK);
    let wanted = true;
    const end = (next: Omit<Shown<T>, 'seconds'>) => {
      clearInterval(ticking);
      if (wanted) setShown({ ...next, seconds: seconds() });
    };
    question(own.signal).then(
      (answer) => {
        end({ state: 'done', answer, problem: null });
      },
      (error: unknown) => {
        if (isAbort(error)) end({ state: 'cancelled', answer: null, problem: null });
        else end({ state: 'refused', answer: null, problem: problemOf(error) });
      },
    );
    return () => {
      wanted = false;
      clearInterval(ticking);
      own.abort();
    };
    // The question is made anew on every render; its key says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);

  const cancel = useCallback(() => {
    control.current?.abort();
  }, []);
  const again = useCallback(() => {
    setRound((n) => n + 1);
  }, []);
  return { ...shown, cancel, again };
}

function problemOf(error: unknown): Problem {
  return error instanceof Refused ? error.problem : { title: 'unexpected', status: -1, detail: error instanceof Error ? error.message : String(error) };
}
