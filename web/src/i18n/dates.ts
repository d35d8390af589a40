import { locale } from './language';

const SHAPE = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?/;

/** A year, month, day, time of day or two of them with a slash between (ISO 8601), as exact as given, in the reader's language. Anything else as it is. */
export function date(iso: string): string {
  const [from, to] = iso.split('/');
  if (from !== undefined && to !== undefined) return span(from, to);
  const parts = SHAPE.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  const moment = new Date(0);
  moment.setUTCFullYear(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(month && { month: 'short' }),
    ...(day && { day: 'numeric' }),
  }).format(moment);
}

/** From the earliest to the latest; one date where both are the same; empty where neither is known. */
export function span(earliest: string | null, latest: string | null): string {
  if (earliest === latest) return earliest === null ? '' : date(earliest);
  return `${earliest === null ? '…' : date(earliest)} – ${latest === null ? '…' : date(latest)}`;
}
