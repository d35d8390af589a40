import { useAsked } from '../../../api/asked';
import { queries } from '../../../api/calls';
import type { Named, Query } from '../../../api/types';
import { Question } from '../../../shared/Question';
import { network } from '../messages';

/** The stored queries that ask about one actor or place, ready to be run for this one. */
export function SavedQueries({ of }: { of: Named }) {
  const asked = useAsked('queries', (signal) => queries(signal));
  const offered = (asked.answer?.queries ?? []).flatMap((query) => {
    const parameter = parameterFor(query, of);
    return parameter === null ? [] : [{ query, parameter }];
  });
  if (offered.length === 0) return null;
  return (
    <details>
      <summary>{network('queries', { n: offered.length })}</summary>
      <ul class="net-queries">
        {offered.map(({ query, parameter }) => (
          <li key={query.name}>
            <a href={`/query?${new URLSearchParams({ name: query.name, [`p.${parameter}`]: of.path }).toString()}`}>
              <Question of={query} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The parameter that takes this entity, where it is all that the query needs. */
export function parameterFor(query: Query, of: Pick<Named, 'kind'>): string | null {
  const takes = query.parameters.filter((one) => one.kind === of.kind || (of.kind === 'actor' && one.name === 'actor') || (of.kind === 'place' && one.name === 'place'));
  const [first] = [...takes].sort((one, other) => Number(other.required) - Number(one.required));
  const needs = query.parameters.filter((one) => one.required && one.name !== first?.name);
  return first && needs.length === 0 ? first.name : null;
}
