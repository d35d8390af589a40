import { locale } from './language';

const SHAPE = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?/;

/** A year, month, day or time of day in ISO form, in the reader's language and as exact as it is given. Anything else as it is. */
export function date(iso: string): string {
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

/** From the earliest to the latest; one date where both are the same. */
export function span(earliest: string, latest: string): string {
  return earliest === latest ? date(earliest) : `${date(earliest)} – ${date(latest)}`;
}
