import './conflicts.css';

import { useAsked } from '../../api/asked';
import { contradictions } from '../../api/calls';
import { relation } from '../../api/known';
import type { Contradiction } from '../../api/types';
import { EntityFilter } from '../../shared/EntityFilter';
import { FilterBar } from '../../shared/FilterBar';
import { Name } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { Answered } from '../../shared/State';
import { keeping, narrowing, narrowingKey } from '../../shell/filters';
import { parameters, setParameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { conflicts } from './messages';
import { SideCard } from './SideCard';
import { keyOf, rowsOf, spanOf, type Tone } from './sides';

const PAIRS = 20;

/** Pairs of whom contradictory things are said, both sides beside each other. */
export default function Conflicts() {
  useTitle(conflicts('title'));
  const entity = parameters.value.get('entity');
  const offset = Math.max(0, Number(parameters.value.get('offset')) || 0);
  const asked = useAsked(`conflicts ${entity ?? ''} ${narrowingKey.value} ${offset}`, (signal) =>
    contradictions(entity === null ? {} : { entity }, narrowing.value, { offset, limit: PAIRS }, signal),
  );
  return (
    <div class="conflicts-view">
      <h1>{conflicts('title')}</h1>
      <p class="lead">{conflicts('lead')}</p>
      <EntityFilter label={conflicts('entity')} kind="actor" />
      <FilterBar only={['relation', 'modality', 'source', 'since', 'until']} />
      <Answered asked={asked}>
        {(page) =>
          page.total === 0 ? (
            <p class="notice">{conflicts('none')}</p>
          ) : (
            <>
              <p class="pairs" role="status">
                {conflicts('pairs', { n: page.total })}
              </p>
              {page.items.map((pair) => (
                <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
              ))}
              <Pager
                page={page}
                onOffset={(next) => {
                  setParameters({ offset: next ? String(next) : null, open: null });
                  scrollTo(0, 0);
                }}
              />
            </>
          )
        }
      </Answered>
    </div>
  );
}

function Pair({ pair }: { pair: Contradiction }) {
  const rows = rowsOf(pair.sides, toneOf);
  const whole = spanOf(pair.sides);
  return (
    <article class="pair">
      <header>
        <h2>{conflicts.rich('between', { one: <Name of={pair.one} />, other: <Name of={pair.other} /> })}</h2>
        <a class="quiet" href={keeping('/network', { ids: `${pair.one.path},${pair.other.path}` })}>
          {conflicts('network')}
        </a>
      </header>
      {rows.map((columns, row) => (
        <div class="columns" key={row}>
          {columns.map(({ name, sides }) => (
            <div key={name} class={`column column-${name}`}>
              <h3>{conflicts(name)}</h3>
              <ul>
                {sides.map((side) => (
                  <SideCard key={keyOf(side)} side={side} whole={whole} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      ))}
    </article>
  );
}

function toneOf(name: string): Tone {
  const known = relation(name);
  return known?.friendly ? 'friendly' : known?.hostile ? 'hostile' : 'plain';
}
