import { describe, expect, test } from 'vitest';

import { inTextOrder, lines, type Line, type Role } from '../src/views/reading/marks';
import { claim } from './claims';

/** The words that a claim covers in a role, as the pieces give them back. */
const covered = (text: string, all: readonly Line[], index: number, role: Role) =>
  all
    .flatMap((line) => line.pieces)
    .filter((piece) => piece.covers.some((cover) => cover.claim === index && cover.role === role))
    .map((piece) => text.slice(piece.start, piece.end))
    .join('');

describe('marks of overlapping claims', () => {
  const text = '🚩 قالَ المرصد إن حزب الله يدعم قوات النظام، ويقاتل النصرة معها.\n\nوفي حلب 🏴 سيطر حزب الله على بلدة الحاضر';
  const claims = [
    claim(text, 'حزب الله يدعم قوات النظام، ويقاتل النصرة', 'حزب الله', 'النصرة', ['المرصد']),
    claim(text, 'حزب الله يدعم قوات النظام', 'حزب الله', 'قوات النظام', ['المرصد']),
    claim(text, 'سيطر حزب الله على بلدة الحاضر', null, 'بلدة الحاضر'),
    claim(text, 'معها.\n\nوفي حلب', null, 'حلب'),
  ];
  const all = lines(text, claims);

  test('the pieces of all lines are the text again, without its line breaks', () => {
    expect(all.map((line) => line.pieces.map((piece) => text.slice(piece.start, piece.end)).join('')).join('\n')).toBe(text);
  });

  test('each claim covers its own words, whatever other claims cover', () => {
    claims.forEach((one, index) => {
      expect(covered(text, all, index, 'evidence')).toBe(one.evidence.quote.replaceAll('\n', ''));
      expect(covered(text, all, index, 'subject')).toBe(one.subject.text ?? '');
      expect(covered(text, all, index, 'object')).toBe(one.object.text ?? '');
      expect(covered(text, all, index, 'speaker')).toBe(one.attributed_to.map((who) => who.text).join(''));
    });
  });

  test('pieces follow each other without gap or overlap and none is empty', () => {
    for (const line of all) {
      let at = line.start;
      for (const piece of line.pieces) {
        expect(piece.start).toBe(at);
        expect(piece.end).toBeGreaterThan(piece.start);
        at = piece.end;
      }
    }
  });

  test('each claim has one number, where its evidence ends', () => {
    const numbers = all.flatMap((line) => line.numbers);
    expect(numbers.map(({ claim: index }) => index).sort()).toEqual([0, 1, 2, 3]);
    for (const { at, claim: index } of numbers) expect(text.slice(0, at).endsWith(claims[index]?.evidence.quote ?? '-')).toBe(true);
  });

  test('a number does not stand between letters that join', () => {
    const words = 'يدعم حزب اللهِ النظام';
    const [line] = lines(words, [claim(words, 'يدعم حزب الل', null, null)]);
    expect(words.slice(0, line?.numbers[0]?.at)).toBe('يدعم حزب اللهِ');
  });

  test('a text without claims is one piece a line, and an empty text one empty line', () => {
    expect(lines('a\nb', []).map((line) => line.pieces.length)).toEqual([1, 1]);
    expect(lines('', [])).toEqual([{ start: 0, pieces: [], numbers: [] }]);
    expect(lines('a\n', []).map((line) => line.pieces.length)).toEqual([1, 0]);
  });

  test('claims come in the order of the text, the longer evidence first', () => {
    expect(inTextOrder([...claims].reverse()).map((one) => claims.indexOf(one))).toEqual([0, 1, 3, 2]);
  });
});
