/** Tables as CSV (RFC 4180) that spreadsheets open safely. */

export type Value = string | number | boolean | null;

/** What a spreadsheet would take for the start of a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
export function csv(rows: readonly (readonly Value[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
