import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { shared } from './messages';

interface Props<T> {
  readonly items: readonly T[];
  /** How many are shown at first; one more than that is no reason to fold. */
  readonly first: number;
  /** Whether all are shown, as on paper. */
  readonly whole?: boolean;
  /** What the button stands in, for lists that hold nothing but their items. */
  readonly within?: 'dd' | 'li' | 'span';
  readonly children: (item: T, index: number) => ComponentChildren;
}

/** The beginning of a list, and a button that shows the rest of it. */
export function Folded<T>({ items, first, whole = false, within: Within = 'span', children }: Props<T>) {
  const [open, setOpen] = useState(false);
  const all = whole || open || items.length <= first + 1;
  return (
    <>
      {(all ? items : items.slice(0, first)).map(children)}
      {!all && (
        <Within>
          <button
            type="button"
            class="plain more"
            onClick={() => {
              setOpen(true);
            }}
          >
            {shared('more', { n: items.length - first })}
          </button>
        </Within>
      )}
    </>
  );
}
