import type { Page } from '../api/types';
import { shared } from './messages';
import { Showing } from './Showing';

/** Steps through a list and says where in it one is. */
export function Pager({ page, onOffset }: { page: Page<unknown>; onOffset: (offset: number) => void }) {
  const { offset, limit, total } = page;
  const more = offset + page.items.length < total;
  return (
    <div class="pager" role="group" aria-label={shared('pages')}>
      <Showing shown={page.items.length} total={total} offset={offset} />
      {(offset > 0 || more) && (
        <>
          <button
            type="button"
            disabled={offset === 0}
            onClick={() => {
              onOffset(Math.max(0, offset - limit));
            }}
          >
            {shared('previous')}
          </button>
          <button
            type="button"
            disabled={!more}
            onClick={() => {
              onOffset(offset + limit);
            }}
          >
            {shared('next')}
          </button>
        </>
      )}
    </div>
  );
}
