import { expect, test } from 'vitest';

import type { Query, QueryParameter } from '../src/api/types';
import { chosenQuestions, topics } from '../src/views/query/Menu';
import { faults, preparedAddress, readValues } from '../src/views/query/parameters';

const parameter = (name: string, kind: string, further: Partial<QueryParameter> = {}): QueryParameter => ({
  name, name_ar: null, kind, description: '', description_ar: null, default: null, required: false, choices: null, ...further,
});
const PARAMETERS = [parameter('actor', 'actor', { required: true }), parameter('since', 'first-day'), parameter('length', 'integer')];

test('an address holds what was asked and gives it back', () => {
  const address = preparedAddress('links-of-actor', { actor: 'actor/a', since: ' 2015-10 ', length: '' });
  expect(address).toBe('/query?name=links-of-actor&p.actor=actor%2Fa&p.since=2015-10');
  expect(readValues(new URL(address, 'http://x').searchParams, PARAMETERS)).toEqual({ actor: 'actor/a', since: '2015-10' });
});

test('values of parameters that the query has not are left out', () => {
  expect(readValues(new URLSearchParams('p.other=1&p.actor='), PARAMETERS)).toEqual({});
});

test('what keeps a question from being asked is told by parameter', () => {
  expect(faults(PARAMETERS, {})).toEqual({ actor: 'missing' });
  expect(faults(PARAMETERS, { actor: 'actor/a', since: 'October', length: '1.5' })).toEqual({ since: 'date', length: 'integer' });
  expect(faults(PARAMETERS, { actor: 'actor/a', since: '2015-10-16', length: '3' })).toEqual({});
});

const question = (name: string, summary: string, tags: readonly string[]): Query => ({ name, summary, summary_ar: null, tags, tags_ar: tags.map((tag) => `${tag} بالعربية`), parameters: [], columns: {}, text: '' });
const QUESTIONS = [
  question('who-fights-whom', 'Who fights whom?', ['links', 'fight']),
  question('who-supports-whom', 'Who supports whom?', ['links', 'support']),
];

test('questions are found by any of their words and by topic', () => {
  expect(chosenQuestions(QUESTIONS, 'WHOM supports', null).map(({ name }) => name)).toEqual(['who-supports-whom']);
  expect(chosenQuestions(QUESTIONS, '', 'fight').map(({ name }) => name)).toEqual(['who-fights-whom']);
  expect(chosenQuestions(QUESTIONS, 'nothing', null)).toEqual([]);
  expect(topics(QUESTIONS)).toEqual([['links', 'links بالعربية']]);
});
