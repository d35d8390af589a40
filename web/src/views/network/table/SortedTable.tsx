import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { locale } from '../../../i18n/language';
import { Pager } from '../../../shared/Pager';
import { network } from '../messages';
import { sorted, type Order, type Value } from './rows';

export interface Column<T> {
  readonly name: string;
  readonly label: string;
  readonly number?: boolean;
  readonly value: (row: T) => Value;
  readonly cell: (row: T) => ComponentChildren;
}

interface Props<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly first: Order;
  readonly current: string | null;
  readonly onPoint: (key: string | null) => void;
}

const PAGE = 100;

/** A table that is sorted by the heads of its columns, some rows at a time. */
export function SortedTable<T>({ caption, columns, rows, keyOf, first, current, onPoint }: Props<T>) {
  const [order, setOrder] = useState(first);
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    setOffset(0);
  }, [rows.length]);
  const all = sorted(rows, (row, name) => columns.find((one) => one.name === name)?.value(row) ?? null, order, locale());
  const items = all.slice(offset, offset + PAGE);
  return (
    <>
      {/* A frame that scrolls can be reached and scrolled by keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="scrolls" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" class={column.number ? 'number' : undefined} aria-sort={order.column === column.name ? (order.down ? 'descending' : 'ascending') : 'none'}>
                  <button
                    type="button"
                    class="plain"
                    title={network('sortBy', { column: column.label })}
                    onClick={() => {
                      setOrder({ column: column.name, down: order.column === column.name ? !order.down : column.number === true });
                      setOffset(0);
                    }}
                  >
                    {column.label} <span aria-hidden="true">{order.column === column.name ? (order.down ? '▾' : '▴') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((row) => {
              const key = keyOf(row);
              return (
                <tr
                  key={key}
                  class={key === current ? 'net-current' : undefined}
                  onMouseEnter={() => {
                    onPoint(key);
                  }}
                  onMouseLeave={() => {
                    onPoint(null);
                  }}
                >
                  {columns.map((column) => (
                    <td key={column.name} class={column.number ? 'number' : undefined}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pager page={{ items, total: rows.length, offset, limit: PAGE }} onOffset={setOffset} />
    </>
  );
}
