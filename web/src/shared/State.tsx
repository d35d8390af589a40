import type { ComponentChildren } from 'preact';

import type { Asked } from '../api/asked';
import type { Problem } from '../api/types';
import { shared } from './messages';

/** A refusal in plain words, with the way out that the server names. */
export function ProblemNote({ problem, again }: { problem: Problem; again?: (() => void) | undefined }) {
  const offline = problem.status === 0 && problem.title === 'unreachable';
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{shared(offline ? 'unreachable' : problem.status === 404 ? 'notFound' : 'refused')}</strong>
      </p>
      {offline ? (
        <p>{shared('unreachableHelp')}</p>
      ) : (
        <p dir="auto" class="said">
          {problem.detail ?? problem.title}
        </p>
      )}
      {problem.setting && (
        <p>
          {shared('setting')} <code dir="ltr">{problem.setting}</code>
        </p>
      )}
      {again && (
        <button type="button" onClick={again}>
          {shared('again')}
        </button>
      )}
    </div>
  );
}

/** Shows an answer, or that it is awaited, or why there is none. A former answer stays, dimmed, while the next is awaited. */
export function Answered<T>({ asked, children }: { asked: Asked<T>; children: (answer: T) => ComponentChildren }) {
  if (asked.problem) return <ProblemNote problem={asked.problem} again={asked.again} />;
  if (asked.answer === null) return <p class="waiting">{shared('loading')}</p>;
  return (
    <div class="answered" aria-busy={asked.waiting}>
      {children(asked.answer)}
    </div>
  );
}
