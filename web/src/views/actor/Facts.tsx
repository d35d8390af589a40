import { relation, relationLabel } from '../../api/known';
import type { Entity, Fact } from '../../api/types';
import { date, span } from '../../i18n/dates';
import { language } from '../../i18n/language';
import { Folded } from '../../shared/Folded';
import { Name } from '../../shared/Name';
import { actor } from './messages';

/** What is known of it beside what documents claim: roles, memberships, places, with their dates. */
export function Facts({ of, whole = false }: { of: Entity; whole?: boolean }) {
  if (of.facts.length === 0) return null;
  const groups = new Map<string, Fact[]>();
  for (const fact of of.facts) {
    const key = `${fact.property} ${fact.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return (
    <section class="known-facts">
      <h2>{actor('facts')}</h2>
      <dl>
        {[...groups].map(([key, facts]) => (
          <div key={key}>
            <dt>{facts[0] && factLabel(facts[0])}</dt>
            <Folded items={facts} first={5} whole={whole} within="dd">
              {(fact, index) => (
                <dd key={index}>
                  {typeof fact.value === 'string' ? <Value text={fact.value} /> : <Name of={fact.value} />} <When of={fact} />
                </dd>
              )}
            </Folded>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What is told of the entity as somebody's object is told the other way round, where there is a word for it. */
function factLabel(fact: Fact): string {
  const label = (language.value === 'ar' ? fact.label_ar : null) ?? fact.label;
  if (fact.direction !== 'in') return label;
  const inverse = relation(fact.property)?.inverse;
  return inverse ? relationLabel(inverse) : `← ${label}`;
}

const ADDRESS = /^https?:\/\//;

/** An address is told by its end, since the rest of it says little to a reader. */
function Value({ text }: { text: string }) {
  return (
    <bdi class="value" title={ADDRESS.test(text) ? text : undefined}>
      {ADDRESS.test(text) ? text.replace(/^.*[/#]/, '') : text}
    </bdi>
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
