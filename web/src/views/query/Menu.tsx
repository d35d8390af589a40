import { useId } from 'preact/hooks';

import type { Query } from '../../api/types';
import { Question } from '../../shared/Question';
import { Worded } from '../../shared/Worded';
import { parameters, setParameters } from '../../shell/place';
import { query } from './messages';
import { preparedAddress } from './parameters';

/** The questions that fit what is typed and the topic that is chosen. */
export function chosenQuestions(queries: readonly Query[], typed: string, tag: string | null): readonly Query[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return queries.filter((one) => {
    if (tag !== null && !one.tags.includes(tag)) return false;
    const text = [one.name, one.summary, one.summary_ar ?? '', ...one.tags, ...one.tags_ar].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Tags of more than one question with their Arabic, most used first. */
export function topics(queries: readonly Query[]): readonly (readonly [tag: string, arabic: string])[] {
  const counts = new Map<string, number>();
  for (const tag of queries.flatMap((one) => one.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const arabic = new Map(queries.flatMap(({ tags, tags_ar }) => tags.map((tag, at) => [tag, tags_ar[at] ?? tag])));
  return [...counts]
    .filter(([, n]) => n > 1)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([tag]) => [tag, arabic.get(tag) ?? tag]);
}

/** The prepared questions, to be searched and chosen from. */
export function Menu({ queries, problems, current }: { queries: readonly Query[]; problems: readonly string[]; current: string | null }) {
  const id = useId();
  const typed = parameters.value.get('find') ?? '';
  const tag = parameters.value.get('tag');
  const found = chosenQuestions(queries, typed, tag);
  const kept = new URLSearchParams({ ...(typed && { find: typed }), ...(tag !== null && { tag }) }).toString();
  return (
    <aside class="query-menu" aria-label={query('prepared')}>
      <label class="unseen" for={id}>
        {query('findQuestion')}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        placeholder={query('findQuestion')}
        value={typed}
        onInput={(event) => {
          setParameters({ find: event.currentTarget.value || null }, { replace: true });
        }}
      />
      <div class="topics" role="group" aria-label={query('tags')}>
        {topics(queries).map(([one, arabic]) => (
          <button
            type="button"
            key={one}
            class="topic"
            aria-pressed={tag === one}
            onClick={() => {
              setParameters({ tag: tag === one ? null : one }, { replace: true });
            }}
          >
            <Worded en={one} ar={arabic} />
          </button>
        ))}
      </div>
      <p class="quiet" role="status">
        {found.length ? query('questions', { n: found.length }) : query('noQuestion')}
      </p>
      <ul>
        {found.map((one) => (
          <li key={one.name}>
            <a href={preparedAddress(one.name, {}) + (kept && `&${kept}`)} {...(one.name === current && { 'aria-current': 'true' as const })}>
              <Question of={one} />
            </a>
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <details class="own-problems">
          <summary>{query('problems', { n: problems.length })}</summary>
          {problems.map((problem) => (
            <p key={problem} dir="auto">
              {problem}
            </p>
          ))}
        </details>
      )}
    </aside>
  );
}
