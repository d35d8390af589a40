/** The rows of the table, and their order. */

export type Value = string | number | boolean | null;

export interface Order {
  readonly column: string;
  readonly down: boolean;
}

/** Sorts by a column; what has no value comes last in both directions, and equal rows keep their order. */
export function sorted<T>(rows: readonly T[], value: (row: T, column: string) => Value, { column, down }: Order, locale: string): readonly T[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return rows
    .map((row) => ({ row, at: value(row, column) }))
    .sort((one, other) => {
      if (one.at === null || other.at === null) return Number(one.at === null) - Number(other.at === null);
      const order = typeof one.at === 'string' && typeof other.at === 'string' ? collator.compare(one.at, other.at) : Number(one.at) - Number(other.at);
      return down ? -order : order;
    })
    .map(({ row }) => row);
}
