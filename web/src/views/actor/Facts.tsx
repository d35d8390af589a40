import type { Entity, Fact } from '../../api/types';
import { date, span } from '../../i18n/dates';
import { language } from '../../i18n/language';
import { Name } from '../../shared/Name';
import { actor } from './messages';

/** What is known of it beside what documents claim: roles, memberships, places, with their dates. */
export function Facts({ of }: { of: Entity }) {
  if (of.facts.length === 0) return null;
  return (
    <section>
      <h2>{actor('facts')}</h2>
      <dl class="facts">
        {of.facts.map((fact, index) => (
          <div key={index}>
            <dt>
              {fact.direction === 'in' && '← '}
              {(language.value === 'ar' ? fact.label_ar : null) ?? fact.label}
            </dt>
            <dd>
              {typeof fact.value === 'string' ? <bdi>{fact.value}</bdi> : <Name of={fact.value} />} <When of={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function When({ of: { from, until } }: { of: Fact }) {
  if (from === null && until === null) return null;
  return (
    <span class="quiet">
      {from !== null && until !== null
        ? span(from, until)
        : from !== null
          ? actor('since', { when: date(from) })
          : until !== null && actor('until', { when: date(until) })}
    </span>
  );
}
