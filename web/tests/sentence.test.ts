import { expect, test } from 'vitest';

import { sentence, surroundings } from '../src/shared/sentence';

test('a quotation is given the rest of its sentence and no more', () => {
  expect(sentence('جملة أولى. وقال إن ', 'حزب الله يدعم النظام', ' في حلب. وهذا غيره')).toEqual({ before: 'وقال إن ', after: ' في حلب.' });
  expect(sentence('What? He said that ', 'A supports B', '.')).toEqual({ before: 'He said that ', after: '.' });
});

test('a sentence that ends with the quotation gets nothing after it', () => {
  expect(sentence('', 'A supports B.', ' Then came C.')).toEqual({ before: '', after: '' });
});

test('an ellipsis stands where the known text ends before the sentence', () => {
  const long = 'word '.repeat(30);
  const { before, after } = sentence(long, 'A supports B', ` ${long}`);
  expect(before.startsWith('… word')).toBe(true);
  expect(after.endsWith('word …')).toBe(true);
});

test('what stands round a quotation is cut between words', () => {
  const { before, after } = surroundings(`برو${' كلمة'.repeat(30)} `, ` ${'كلمة '.repeat(30)}كل`);
  expect(before.startsWith('… كلمة')).toBe(true);
  expect(after.endsWith('كلمة …')).toBe(true);
  expect(surroundings('a b ', ' c d')).toEqual({ before: 'a b ', after: ' c d' });
});
