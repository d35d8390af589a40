import { ProblemNote } from '../../shared/State';
import { query } from './messages';
import type { Run } from './useRun';

const shown = (seconds: number): string => seconds.toFixed(seconds < 0.095 ? 3 : 1);

/** How long a question has run, with a way to give it up, or why it has no answer. */
export function RunState({ run }: { run: Run<unknown> }) {
  if (run.state === 'running')
    return (
      <p class="run-state">
        <span class="run-time">{query('running', { seconds: shown(run.seconds) })}</span>
        <button type="button" onClick={run.cancel}>
          {query('cancel')}
        </button>
      </p>
    );
  if (run.state === 'cancelled')
    return (
      <p class="run-state" role="status">
        {query('cancelled', { seconds: shown(run.seconds) })}
      </p>
    );
  if (run.state === 'refused' && run.problem) return <ProblemNote problem={run.problem} again={run.again} />;
  return null;
}

export const took = (seconds: number): string => query('took', { seconds: shown(seconds) });
