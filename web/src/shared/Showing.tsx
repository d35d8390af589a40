import { shared } from './messages';

/** How much of a whole is seen: "Showing 500 of 3,214", or from where to where. Says so too where all is seen. */
export function Showing({ shown, total, offset }: { shown: number; total: number; offset?: number }) {
  return <span class="showing">{showing(shown, total, offset)}</span>;
}

export function showing(shown: number, total: number, offset = 0): string {
  if (total === 0) return shared('nothing');
  if (shown >= total) return shared('showingAll', { n: total });
  if (offset === 0) return shared('showingFirst', { shown, total });
  return shared('showing', { from: offset + 1, to: offset + shown, total });
}
