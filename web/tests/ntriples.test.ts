import { expect, test } from 'vitest';

import { readNTriples } from '../src/views/query/ntriples';

test('IRIs, blank nodes and literals of every kind are read', () => {
  const text = [
    '# a comment',
    '<http://e/s> <http://e/p> <http://e/o> .',
    '_:b0 <http://e/p> _:b1 .',
    '<http://e/s> <http://e/p> "حزب الله"@ar .',
    '<http://e/s> <http://e/p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> . # and another',
    '',
  ].join('\n');
  expect(readNTriples(text)).toEqual([
    { subject: { type: 'uri', value: 'http://e/s' }, predicate: { type: 'uri', value: 'http://e/p' }, object: { type: 'uri', value: 'http://e/o' } },
    { subject: { type: 'bnode', value: 'b0' }, predicate: { type: 'uri', value: 'http://e/p' }, object: { type: 'bnode', value: 'b1' } },
    {
      subject: { type: 'uri', value: 'http://e/s' },
      predicate: { type: 'uri', value: 'http://e/p' },
      object: { type: 'literal', value: 'حزب الله', language: 'ar' },
    },
    {
      subject: { type: 'uri', value: 'http://e/s' },
      predicate: { type: 'uri', value: 'http://e/p' },
      object: { type: 'literal', value: '3', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
    },
  ]);
});

test('escapes become what they stand for', () => {
  const [triple] = readNTriples('<http://e/s> <http://e/p> "a\\"b\\\\c\\nd\\u0041\\U0001F600" .');
  expect(triple?.object.value).toBe('a"b\\c\ndA\u{1F600}');
});

test('markup in a literal stays text', () => {
  const [triple] = readNTriples('<http://e/s> <http://e/p> "<script>alert(1)</script>" .');
  expect(triple?.object.value).toBe('<script>alert(1)</script>');
});

test.each(['<http://e/s> <http://e/p> <http://e/o>', '<http://e/s> "p" <http://e/o> .', '<http://e/s> <http://e/p> "open .', '{"error": 1}'])(
  'a torn answer is refused, with its line: %s',
  (line) => {
    expect(() => readNTriples(`<http://e/s> <http://e/p> <http://e/o> .\n${line}`)).toThrow(/line 2/);
  },
);
