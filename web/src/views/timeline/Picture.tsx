import { useState } from 'preact/hooks';

import { date } from '../../i18n/dates';
import { language } from '../../i18n/language';
import { number } from '../../i18n/words';
import { shared } from '../../shared/messages';
import { Handle } from './Handle';
import { timeline } from './messages';
import { counts, datesOf, filtersOf, isoOf, ticks, TONES, total, type Grid, type Row, type Tone } from './plot';

interface Props {
  readonly rows: readonly Row[];
  readonly grid: Grid;
  readonly width: number;
  readonly toneOf: (relation: string) => Tone;
  /** The columns that are chosen; null: all. */
  readonly period: readonly [number, number] | null;
  readonly onPeriod: (period: readonly [number, number], done: boolean) => void;
}

const HEIGHT = 200;
const TOP = 8;
const FOOT = 24;
const GRIP = 9;
export const SIDE = 44;

/** From a column to where it begins in the picture, which runs from right to left in Arabic. */
export function across(grid: Grid, width: number): { readonly x: (column: number) => number; readonly step: number } {
  const step = (width - SIDE) / grid.count;
  return { step, x: (column) => (language.value === 'ar' ? width - SIDE - (column + 1) * step : SIDE + column * step) };
}

/** All claims by time, and a period to be chosen in it. */
export function Picture({ rows, grid, width, toneOf, period, onPeriod }: Props) {
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const { x, step } = across(grid, width);
  const all = counts(rows, grid);
  const most = Math.max(...all, 1);
  const y = (claims: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - claims / most);
  const layers = TONES.map((tone) => ({ tone, sums: counts(rows.filter(({ relation }) => toneOf(relation) === tone), grid) }));
  const shown = drag ? ([Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] as const) : period;
  const rtl = language.value === 'ar';

  const columnAt = (event: { readonly clientX: number; readonly currentTarget: Element }) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const column = Math.floor((rtl ? width - SIDE - at : at - SIDE) / step);
    return Math.min(Math.max(column, 0), grid.count - 1);
  };
  /** Near one end of the period, the other end stays where it is. */
  const heldBy = (event: { readonly clientX: number; readonly currentTarget: Element }) => {
    if (!period) return null;
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const [first, last] = period;
    if (Math.abs(at - edge(first)) < GRIP) return last;
    return Math.abs(at - edge(last + 1)) < GRIP ? first : null;
  };
  const best = all.indexOf(most);
  const label = timeline('plot', {
    n: total(rows),
    from: date(isoOf(grid.start)),
    to: date(isoOf(grid.start + grid.count * grid.size - 1)),
    most: nameOfColumn(Math.max(best, 0), grid),
  });
  return (
    <div class="plot-frame" role="group" aria-label={timeline('title')}>
      <svg
        class="plot"
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const column = columnAt(event);
          setDrag({ from: heldBy(event) ?? column, to: column });
        }}
        onPointerMove={(event) => {
          if (drag) setDrag({ ...drag, to: columnAt(event) });
        }}
        onPointerUp={() => {
          if (!drag) return;
          setDrag(null);
          onPeriod([Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)], true);
        }}
        onPointerCancel={() => {
          setDrag(null);
        }}
      >
        {ticks(most).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={rtl ? 0 : SIDE} x2={rtl ? width - SIDE : width} y1={y(tick)} y2={y(tick)} />
            <text x={rtl ? width - SIDE + 6 : SIDE - 6} y={y(tick)} dy="0.35em" text-anchor={rtl ? 'start' : 'end'}>
              {number(tick)}
            </text>
          </g>
        ))}
        {all.map((sum, column) => {
          if (!sum) return null;
          let base = 0;
          const dim = shown && (column < shown[0] || column > shown[1]) ? 'dim' : '';
          return (
            <g key={column} class={`column ${dim}`}>
              <title>{`${nameOfColumn(column, grid)}: ${shared('claims', { n: sum })}`}</title>
              {layers.map(({ tone, sums }) => {
                const part = sums[column] ?? 0;
                base += part;
                return part ? (
                  <rect key={tone} class={`bar-${tone}`} x={x(column) + gap(step) / 2} width={step - gap(step)} y={y(base)} height={y(base - part) - y(base)} />
                ) : null;
              })}
            </g>
          );
        })}
        <line class="axis" x1={rtl ? 0 : SIDE} x2={rtl ? width - SIDE : width} y1={y(0)} y2={y(0)} />
        {datesOf(grid, width / 80).map(({ column, iso }) => (
          <g key={column}>
            <line class="axis" x1={edge(column)} x2={edge(column)} y1={y(0)} y2={y(0) + 5} />
            <text x={edge(column) + (rtl ? -4 : 4)} y={HEIGHT - 6} text-anchor={rtl ? 'end' : 'start'}>
              {date(iso)}
            </text>
          </g>
        ))}
        {shown && <rect class="chosen" x={Math.min(x(shown[0]), x(shown[1]))} y={TOP} width={(shown[1] - shown[0] + 1) * step} height={y(0) - TOP} />}
      </svg>
      {(['from', 'to'] as const).map((end) => {
        const [first, last] = shown ?? [0, grid.count - 1];
        const column = end === 'from' ? first : last;
        const at = end === 'from' ? x(column) + (rtl ? step : 0) : x(column) + (rtl ? 0 : step);
        return (
          <Handle
            key={end}
            label={timeline(end)}
            at={at}
            value={column}
            least={end === 'from' ? 0 : first}
            most={end === 'from' ? last : grid.count - 1}
            year={Math.max(1, Math.round(12 / grid.size))}
            text={date(end === 'from' ? filtersOf([column, column], grid).since : filtersOf([column, column], grid).until)}
            onValue={(value) => {
              onPeriod(end === 'from' ? [value, last] : [first, value], false);
            }}
          />
        );
      })}
    </div>
  );

  function edge(column: number): number {
    return x(column) + (rtl ? step : 0);
  }
}

const gap = (step: number): number => (step > 6 ? 2 : step > 3 ? 1 : 0);

function nameOfColumn(column: number, grid: Grid): string {
  const { since, until } = filtersOf([column, column], grid);
  if (grid.size === 12) return date(since.slice(0, 4));
  return since === until ? date(since) : `${date(since)} – ${date(until)}`;
}
