import { expect, test } from 'vitest';

import { isolate, reorders, unsteered } from '../src/i18n/isolate';

const OVERRIDE = 'Hezbollah \u202egnp.exe\u202c';

test('a text that would be shown in another order is told', () => {
  expect(reorders(OVERRIDE)).toBe(true);
  expect(reorders('حزب الله \u200f(Hezbollah)')).toBe(false);
});

test('nothing in a text can end its isolation', () => {
  expect(unsteered(OVERRIDE)).toBe('Hezbollah gnp.exe');
  expect(isolate('a\u2069b\u2068')).toBe('\u2068ab\u2069');
});

test('joiners that Arabic and Persian words need stay', () => {
  expect(unsteered('می\u200cخواهم ه\u200d')).toBe('می\u200cخواهم ه\u200d');
});
