import './query.css';

import { useAsked } from '../../api/asked';
import { queries as askQueries } from '../../api/calls';
import { questionOf } from '../../shared/Question';
import { Answered } from '../../shared/State';
import { parameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { Menu } from './Menu';
import { query } from './messages';
import { OwnQuery } from './OwnQuery';
import { Prepared } from './Prepared';

/** Questions that come with the program, as forms, and an editor for one's own. */
export default function QueryPage() {
  const name = parameters.value.get('name');
  const own = parameters.value.has('sparql') || parameters.value.has('edit');
  const asked = useAsked('queries', askQueries);
  const chosen = own ? null : (asked.answer?.queries.find((one) => one.name === name) ?? null);
  useTitle(own ? query('own') : chosen ? questionOf(chosen) : query('title'));
  return (
    <div class="query-view">
      <h1 class="unseen">{query('title')}</h1>
      <nav class="ways" aria-label={query('ways')}>
        <a href="/query" {...(!own && { 'aria-current': 'page' as const })}>
          {query('prepared')}
        </a>
        <a href="/query?sparql=" {...(own && { 'aria-current': 'page' as const })}>
          {query('own')}
        </a>
      </nav>
      <Answered asked={asked}>
        {({ queries, problems = [] }) =>
          own ? (
            <OwnQuery queries={queries} />
          ) : (
            <div class="prepared-view">
              <Menu queries={queries} problems={problems} current={name} />
              {chosen ? (
                <Prepared key={chosen.name} of={chosen} />
              ) : (
                <p class="quiet choose">{query(name === null ? 'chooseQuestion' : 'unknownQuestion')}</p>
              )}
            </div>
          )
        }
      </Answered>
    </div>
  );
}
