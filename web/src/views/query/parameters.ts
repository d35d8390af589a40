/** What a prepared query is asked with: read from the address (`p.actor=…`), checked, and written back. */

import type { QueryParameter } from '../../api/types';

export type Values = Readonly<Record<string, string>>;

const PREFIX = 'p.';
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** The values that an address gives for these parameters; others in it are left out. */
export function readValues(from: URLSearchParams, parameters: readonly QueryParameter[]): Values {
  return Object.fromEntries(
    parameters.flatMap(({ name }) => {
      const value = from.get(PREFIX + name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** The address of a prepared query with these values. */
export function preparedAddress(name: string, values: Values): string {
  const query = new URLSearchParams({ name });
  for (const [key, value] of Object.entries(values)) if (value.trim()) query.set(PREFIX + key, value.trim());
  return `/query?${query.toString()}`;
}

export type Fault = 'missing' | 'date' | 'integer';

/** What keeps the query from being asked, by parameter. */
export function faults(parameters: readonly QueryParameter[], values: Values): Readonly<Record<string, Fault>> {
  const found: Record<string, Fault> = {};
  for (const parameter of parameters) {
    const value = values[parameter.name]?.trim() ?? '';
    if (!value) {
      if (parameter.required && parameter.default === null) found[parameter.name] = 'missing';
    } else if ((parameter.kind === 'first-day' || parameter.kind === 'last-day') && !DATE.test(value)) found[parameter.name] = 'date';
    else if (parameter.kind === 'integer' && !/^-?\d{1,15}$/.test(value)) found[parameter.name] = 'integer';
  }
  return found;
}
