import { describe, expect, test } from 'vitest';

import { Offsets } from '../src/shared/codepoints';

const slice = (text: string, start: number, end: number) => {
  const offsets = new Offsets(text);
  return text.slice(offsets.unit(start), offsets.unit(end));
};
const points = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('');

describe('code points and units', () => {
  const texts = {
    'Arabic with vowel signs': 'قالَ حِزبُ اللهِ إنّهُ',
    'signs that take two units': '🚩حلب🏴‍☠️ و𐤀𐤁 حمص𝄞',
    'no text at all': '',
    'a lone half of a sign': 'ا\ud83d ب\udea9 ج',
    'signs alone': '🚩🚩🚩',
  };
  for (const [name, text] of Object.entries(texts))
    test(`every passage of ${name} is the one that counting code points gives`, () => {
      const length = Array.from(text).length;
      expect(new Offsets(text).length).toBe(length);
      for (let start = 0; start <= length; start++)
        for (let end = start; end <= length; end++) expect(slice(text, start, end)).toBe(points(text, start, end));
    });

  test('an offset beyond the text is its end, and one before it its beginning', () => {
    const offsets = new Offsets('🚩ab');
    expect(offsets.unit(99)).toBe(4);
    expect(offsets.unit(-3)).toBe(0);
  });
});
