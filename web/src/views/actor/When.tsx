import { useAsked } from '../../api/asked';
import { timeline } from '../../api/calls';
import type { Entity } from '../../api/types';
import { date } from '../../i18n/dates';
import { shared } from '../../shared/messages';
import { Answered } from '../../shared/State';
import { keeping, narrowing, narrowingKey } from '../../shell/filters';
import { actor } from './messages';
import { bars, type Bar } from './months';

/** A small picture of when it is spoken of; the timeline view has the large one. */
export function When({ of }: { of: Entity }) {
  const asked = useAsked(`${of.id} ${narrowingKey.value}`, (signal) => timeline({ entity: of.id }, narrowing.value, signal));
  return (
    <section>
      <h2>{actor('timeline')}</h2>
      <Answered asked={asked}>
        {(answer) => (
          <>
            <Picture of={bars(answer.months)} />
            <p class="quiet">
              {answer.undated > 0 && <>{actor('undated', { n: answer.undated })} · </>}
              <a class="no-print" href={keeping('/timeline', { entity: of.path })}>
                {actor('wholeTimeline')}
              </a>
            </p>
          </>
        )}
      </Answered>
    </section>
  );
}

const HEIGHT = 48;

function Picture({ of }: { of: readonly Bar[] }) {
  const first = of[0];
  const last = of.at(-1);
  if (!first || !last) return <p class="quiet">{actor('noDates')}</p>;
  const sum = (bar: Bar) => bar.asserted + bar.doubtful;
  const most = of.reduce((best, bar) => (sum(bar) > sum(best) ? bar : best));
  const scale = HEIGHT / sum(most);
  const label = actor('timelineOf', {
    n: of.reduce((total, bar) => total + sum(bar), 0),
    from: date(first.period),
    to: date(last.period),
    most: date(most.period),
  });
  return (
    <figure class="when" style={{ maxInlineSize: `${Math.max(of.length * 1.75, 10)}rem` }}>
      <svg viewBox={`0 0 ${of.length * 10} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {of.map((bar, index) => (
          <g key={bar.period}>
            <title>{`${date(bar.period)}: ${shared('claims', { n: sum(bar) })}`}</title>
            <rect class="bar-asserted" x={index * 10 + 1} width={8} y={HEIGHT - bar.asserted * scale} height={bar.asserted * scale} />
            <rect class="bar-doubtful" x={index * 10 + 1} width={8} y={HEIGHT - sum(bar) * scale} height={bar.doubtful * scale} />
          </g>
        ))}
      </svg>
      <figcaption class="quiet">
        <span>{date(first.period)}</span>
        <span>{date(last.period)}</span>
      </figcaption>
    </figure>
  );
}
