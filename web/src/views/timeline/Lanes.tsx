import { useState } from 'preact/hooks';

import { relationLabel } from '../../api/known';
import { number } from '../../i18n/words';
import { shared } from '../../shared/messages';
import { RelationLabel } from '../../shared/RelationLabel';
import { filters, setFilters } from '../../shell/filters';
import { timeline } from './messages';
import { byRelation, counts, total, within, type Grid, type Row, type Tone } from './plot';
import { across, SIDE } from './Picture';

interface Props {
  readonly rows: readonly Row[];
  readonly grid: Grid;
  readonly width: number;
  readonly toneOf: (relation: string) => Tone;
  readonly period: readonly [number, number] | null;
}

const HEIGHT = 34;
const FEW = 10;

/** One lane for each relation under the same time, each on a scale of its own; the numbers say how much it is. */
export function Lanes({ rows, grid, width, toneOf, period }: Props) {
  const [all, setAll] = useState(false);
  const groups = byRelation(rows);
  const shown = all ? groups : groups.slice(0, FEW);
  const { x, step } = across(grid, width);
  const { since, until } = filters.value;
  return (
    <section aria-labelledby="lanes">
      <h2 id="lanes">{timeline('byRelation')}</h2>
      <ul class="lanes">
        {shown.map((group) => {
          const sums = counts(group.rows, grid);
          const most = Math.max(...sums, 1);
          const chosen = total(group.rows.filter((row) => within(row, since, until)));
          return (
            <li key={group.relation}>
              <p>
                <RelationLabel name={group.relation} />
                <span class="quiet"> {shared('claims', { n: chosen })}</span>
                {filters.value.relation.length !== 1 && (
                  <button
                    type="button"
                    class="plain only"
                    title={timeline('only', { relation: relationLabel(group.relation) })}
                    aria-label={`${timeline('onlyThis')}: ${relationLabel(group.relation)}`}
                    onClick={() => {
                      setFilters({ relation: [group.relation] });
                    }}
                  >
                    {timeline('onlyThis')}
                  </button>
                )}
              </p>
              <svg width={width} height={HEIGHT} aria-hidden="true">
                <text class="lane-most" x={x(0) < x(grid.count - 1) ? SIDE - 6 : width - SIDE + 6} y="10" text-anchor={x(0) < x(grid.count - 1) ? 'end' : 'start'}>
                  {number(most)}
                </text>
                {sums.map((sum, column) =>
                  sum ? (
                    <rect
                      key={column}
                      class={`bar-${toneOf(group.relation)} ${period && (column < period[0] || column > period[1]) ? 'dim' : ''}`}
                      x={x(column)}
                      width={Math.max(step - (step > 3 ? 1 : 0), 0.5)}
                      y={HEIGHT - 1 - ((HEIGHT - 6) * sum) / most}
                      height={((HEIGHT - 6) * sum) / most}
                    />
                  ) : null,
                )}
                <line class="grid" x1={Math.min(x(0), x(grid.count - 1))} x2={Math.max(x(0), x(grid.count - 1)) + step} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
              </svg>
            </li>
          );
        })}
      </ul>
      {!all && groups.length > FEW && (
        <p>
          {timeline('others', { n: groups.length - FEW })}{' '}
          <button
            type="button"
            onClick={() => {
              setAll(true);
            }}
          >
            {timeline('showAll')}
          </button>
        </p>
      )}
    </section>
  );
}
