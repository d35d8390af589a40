import { expect, test } from 'vitest';

import type { Modality } from '../src/api/types';
import { placeOf, rowsOf, spanOf, type Side, type Tone } from '../src/views/conflicts/sides';

const actor = (name: string) => ({ id: name, path: `actor/${name}`, label: name, label_ar: null, type: 'Actor', kind: 'actor' }) as const;
const side = (relation: string, modality: Modality, earliest: string | null, latest = earliest): Side => ({
  subject: actor('a'), relation, object: actor('b'), modality, claims: 1, documents: 1, earliest, latest, voices: [],
});
const tone = (relation: string): Tone => (relation === 'supports' ? 'friendly' : relation === 'fights' ? 'hostile' : 'plain');

test('friendly stands against hostile, the oldest first and the undated last', () => {
  const sides = [side('fights', 'asserted', null), side('fights', 'asserted', '2014'), side('meets', 'asserted', null), side('supports', 'denied', '2013')];
  const [columns = []] = rowsOf(sides, tone);
  expect(columns.map(({ name }) => name)).toEqual(['friendly', 'hostile', 'other']);
  expect(columns[1]?.sides.map(({ earliest }) => earliest)).toEqual(['2014', null]);
});

test('where there is one tone alone, what is said stands against what is denied', () => {
  const rows = rowsOf([side('meets', 'denied', '2014'), side('fights', 'denied', null), side('fights', 'unconfirmed', null)], tone);
  expect(rows.map((columns) => columns.map(({ name, sides }) => [name, sides.map(({ relation, modality }) => `${relation} ${modality}`)]))).toEqual([
    [['denied', ['meets denied']]],
    [['said', ['fights unconfirmed']], ['denied', ['fights denied']]],
  ]);
});

test('a year lasts from its first day to its last, a month too', () => {
  const year = side('fights', 'asserted', '2015');
  const month = side('supports', 'asserted', '2015-12');
  const whole = spanOf([year, month]);
  expect(whole).toEqual([Date.UTC(2015, 0, 1) / 86_400_000, Date.UTC(2015, 11, 31) / 86_400_000]);
  if (!whole) return;
  expect(placeOf(year, whole)).toEqual([0, 1]);
  const [start, width] = placeOf(month, whole) ?? [0, 0];
  expect(start).toBeCloseTo(334 / 364);
  expect(start + width).toBeCloseTo(1);
});

test('what is not dated lies nowhere', () => {
  expect(spanOf([side('fights', 'asserted', null)])).toBeNull();
  expect(placeOf(side('fights', 'asserted', null), [0, 1])).toBeNull();
});
