import './timeline.css';

import { useAsked } from '../../api/asked';
import { timeline as ask } from '../../api/calls';
import { relation } from '../../api/known';
import type { Timeline } from '../../api/types';
import { span } from '../../i18n/dates';
import { EntityFilter } from '../../shared/EntityFilter';
import { FilterBar } from '../../shared/FilterBar';
import { shared } from '../../shared/messages';
import { Answered } from '../../shared/State';
import { filters, keeping, setFilters } from '../../shell/filters';
import { viewTitle } from '../../shell/Header';
import { parameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { views } from '../registry';
import { Lanes } from './Lanes';
import { timeline } from './messages';
import { MonthTable } from './MonthTable';
import { Picture, SIDE } from './Picture';
import { filtersOf, gridOf, isoOf, isYearly, periodOf, TONES, total, within, type Tone } from './plot';
import { useWidth } from '../../shared/useWidth';

const NARROWEST = 4;

/** When it is spoken of what; the period that is chosen here holds in every view. */
export default function TimelineView() {
  useTitle(timeline('title'));
  const entity = parameters.value.get('entity');
  // The whole time is asked for, so that there is something to choose the period from.
  const whole = { ...filters.value, since: null, until: null };
  const asked = useAsked(`timeline ${entity ?? ''} ${JSON.stringify(whole)}`, (signal) => ask(entity === null ? {} : { entity }, whole, signal));
  return (
    <div class="timeline-view">
      <h1>{timeline('title')}</h1>
      <p class="lead">{timeline('lead')}</p>
      <EntityFilter label={timeline('entity')} />
      <FilterBar only={['relation', 'modality', 'source', 'since', 'until']} />
      <Answered asked={asked}>{(answer) => (answer.months.length ? <Dated answer={answer} entity={entity} /> : <Undated answer={answer} />)}</Answered>
    </div>
  );
}

function Undated({ answer }: { answer: Timeline }) {
  return (
    <div class="notice">
      <p>{timeline('none')}</p>
      {answer.undated > 0 && <p>{timeline('undated', { n: answer.undated })}</p>}
    </div>
  );
}

function Dated({ answer, entity }: { answer: Timeline; entity: string | null }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const { since, until } = filters.value;
  const grid = gridOf(answer.months, (width - SIDE) / NARROWEST);
  const period = grid && periodOf(since, until, grid);
  const rows = answer.months.filter((row) => within(row, since, until));
  const yearly = total(answer.months.filter(isYearly));
  const claims = shared('claims', { n: total(rows) });
  const ends = grid && (period ? filtersOf(period, grid) : { since: isoOf(grid.start), until: isoOf(grid.start + grid.count * grid.size - 1) });
  return (
    <>
      <div class="chosen-period">
        <p role="status">
          {ends && timeline(period ? 'chosen' : 'all', { period: span(since ?? ends.since, until ?? ends.until), claims })}
        </p>
        {period && (
          <button
            type="button"
            onClick={() => {
              setFilters({ since: null, until: null });
            }}
          >
            {timeline('clear')}
          </button>
        )}
        <ul class="legend" aria-label={timeline('legend')}>
          {TONES.map((tone) => (
            <li key={tone} class={`legend-${tone}`}>
              {timeline(tone)}
            </li>
          ))}
        </ul>
      </div>
      <div class="drawn" ref={place}>
        {grid && width > 0 && (
          <>
            <Picture
              rows={answer.months}
              grid={grid}
              width={width}
              toneOf={toneOf}
              period={period}
              onPeriod={(next, done) => {
                setFilters(filtersOf(next, grid), { replace: !done });
              }}
            />
            <p class="quiet keys">{timeline('keys')}</p>
            {yearly > 0 && grid.size < 12 && <p class="quiet">{timeline('yearly', { n: yearly })}</p>}
            {answer.undated > 0 && <p class="quiet">{timeline('undated', { n: answer.undated })}</p>}
            {period && (
              <p class="also-in">
                {timeline('alsoIn')}{' '}
                {views
                  .filter(({ name, entry }) => entry !== null && OTHERS.includes(name))
                  .map((view) => (
                    <a key={view.name} href={keeping(view.entry ?? '/', entity === null ? {} : { entity })}>
                      {viewTitle(view.name)}
                    </a>
                  ))}
              </p>
            )}
            <Lanes rows={answer.months} grid={grid} width={width} toneOf={toneOf} period={period} />
          </>
        )}
      </div>
      <MonthTable key={`${since ?? ''} ${until ?? ''}`} rows={rows} />
    </>
  );
}

const OTHERS = ['conflicts', 'map', 'documents'];

function toneOf(name: string): Tone {
  const known = relation(name);
  return known?.hostile ? 'hostile' : known?.friendly ? 'friendly' : 'plain';
}
