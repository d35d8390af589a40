import { expect, test } from 'vitest';

import { cellOf, irisIn, isNumeric, valueOf, withoutLabels } from '../src/views/query/cells';
import { csv } from '../src/views/query/csv';
import { readResults } from '../src/views/query/sparql';
import { pathOf, prefixes, shortened } from '../src/views/query/terms';

const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';
const BASE = 'https://w3id.org/rawabit/';

test('rows of an answer keep the order of their columns, and gaps', () => {
  const text = JSON.stringify({
    head: { vars: ['a', 'b'] },
    results: { bindings: [{ b: { type: 'literal', value: '3', datatype: INTEGER } }, { a: { type: 'uri', value: 'http://e/x' } }] },
  });
  const result = readResults(text);
  expect(result.kind === 'rows' && result.columns).toEqual(['a', 'b']);
  expect(result.kind === 'rows' && result.rows).toEqual([
    [null, { type: 'literal', value: '3', datatype: INTEGER }],
    [{ type: 'uri', value: 'http://e/x' }, null],
  ]);
});

test('an answer by yes or no is one', () => {
  expect(readResults('{"head": {}, "boolean": false}')).toMatchObject({ kind: 'truth', value: false });
});

test.each(['{"head": {"vars": ["a"]}, "results": {"bindings": [', '{"head": {}}', '[]', '"cancelled"'])('a torn answer is no answer: %s', (text) => {
  expect(() => readResults(text)).toThrow();
});

test('numbers are cells with numbers, and a column of them is numeric', () => {
  const number = cellOf({ type: 'literal', value: '3', datatype: INTEGER });
  expect(number).toEqual({ type: 'literal', value: 3 });
  expect(isNumeric([[number], [null]], 0)).toBe(true);
  expect(isNumeric([[number], [cellOf({ type: 'literal', value: 'three' })]], 0)).toBe(false);
  expect(isNumeric([[null]], 0)).toBe(false);
});

test('names are asked for where a cell does not bear one', () => {
  const actor = { id: `${BASE}actor/a`, path: 'actor/a', label: 'A', label_ar: null, type: 'Actor', kind: 'actor' } as const;
  expect(irisIn([[actor, { type: 'iri', value: 'http://e/x' }, null]])).toEqual(['http://e/x']);
  expect(valueOf(actor)).toBe(`${BASE}actor/a`);
});

test('columns of labels are left out beside what they are labels of', () => {
  const columns = ['actor', 'actor_en', 'actor_ar', 'title_en'].map((name) => ({ name, name_ar: null, meaning: null, meaning_ar: null }));
  const cell = (value: string) => ({ type: 'literal', value }) as const;
  const shown = withoutLabels({ columns, rows: [['1', '2', '3', '4'].map(cell)], total: 1, cut: null, seconds: 0 });
  expect(shown.columns.map(({ name }) => name)).toEqual(['actor', 'title_en']);
  expect(shown.rows).toEqual([[cell('1'), cell('4')]]);
});

test('CSV quotes what must be quoted and disarms formulas, but not numbers', () => {
  expect(csv([['a', 'b'], ['=HYPERLINK("x")', -3], ['one, two\n"three"', null], ['@x', true]])).toBe(
    '\ufeffa,b\r\n"\'=HYPERLINK(""x"")",-3\r\n"one, two\n""three""",\r\n\'@x,true\r\n',
  );
});

test('only things that the page can show have a path', () => {
  expect(pathOf(`${BASE}actor/hezbollah`, BASE)).toBe('actor/hezbollah');
  expect(pathOf(`${BASE}ontology#fights`, BASE)).toBeNull();
  expect(pathOf(`${BASE}actor/a/../../x`, BASE)).toBeNull();
  expect(pathOf('https://elsewhere.example/actor/a', BASE)).toBeNull();
  expect(pathOf('actor/a', '')).toBeNull();
});

test('IRIs are shortened by the longest prefix that fits', () => {
  expect(shortened(`${BASE}ontology#fights`, prefixes(BASE))).toBe('rw:fights');
  expect(shortened(`${BASE}place/aleppo`, prefixes(BASE))).toBe('place:aleppo');
  expect(shortened('urn:x', prefixes(BASE))).toBe('urn:x');
});
