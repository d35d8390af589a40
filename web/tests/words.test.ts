import { afterEach, describe, expect, test } from 'vitest';

import { date, span } from '../src/i18n/dates';
import { language } from '../src/i18n/language';
import { words } from '../src/i18n/words';

const t = words({
  claims: {
    en: { one: '{n} claim', other: '{n} claims' },
    ar: { zero: 'لا ادعاءات', one: 'ادعاء واحد', two: 'ادعاءان', few: '{n} ادعاءات', many: '{n} ادعاءً', other: '{n} ادعاء' },
  },
  named: { en: 'by {who}', ar: 'من {who}' },
});

afterEach(() => {
  language.value = 'en';
});

describe('messages', () => {
  test('Arabic has its six plural forms', () => {
    language.value = 'ar';
    const forms = [0, 1, 2, 3, 11, 100].map((n) => t('claims', { n }));
    expect(forms).toEqual(['لا ادعاءات', 'ادعاء واحد', 'ادعاءان', '3 ادعاءات', '11 ادعاءً', '100 ادعاء']);
  });

  test('English has two, and numbers are grouped', () => {
    expect(t('claims', { n: 1 })).toBe('1 claim');
    expect(t('claims', { n: 3214 })).toBe('3,214 claims');
  });

  test('what is put in is isolated from the text round it', () => {
    expect(t('named', { who: 'حزب الله' })).toBe('by \u2068حزب الله\u2069');
  });

  test('what is put in is never read as a place for another value', () => {
    expect(t('named', { who: '{who} $& {n}' })).toBe('by \u2068{who} $& {n}\u2069');
  });

  test('elements are put in as they are', () => {
    expect(t.rich('named', { who: 7 })).toEqual(['by ', '7', '']);
  });
});

describe('dates', () => {
  test('are as exact as they are given', () => {
    expect([date('2015'), date('2015-10'), date('2015-10-07'), date('2015-10-07T05:00:00Z')]).toEqual([
      '2015', 'Oct 2015', '7 Oct 2015', '7 Oct 2015',
    ]);
    expect(span('2015', '2015')).toBe('2015');
    expect([span(null, '2015'), span('2015', null), span(null, null)]).toEqual(['… – 2015', '2015 – …', '']);
    expect(date('2015-10-01/2015-10-07')).toBe('1 Oct 2015 – 7 Oct 2015');
  });

  test('that are none are shown as they are', () => {
    expect(date('soon')).toBe('soon');
  });

  test('have the months of the Levant in Arabic', () => {
    language.value = 'ar';
    expect(date('2015-10')).toBe('تشرين الأول 2015');
  });
});
