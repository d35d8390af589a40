import { expect, test } from 'vitest';

import { bars } from '../src/views/actor/months';

const month = (of: string, modality: 'asserted' | 'denied', claims: number) => ({ month: of, relation: 'supports', modality, claims, documents: 1 });

test('months without claims stand between those with claims', () => {
  const found = bars([month('2016-02', 'denied', 2), month('2015-11', 'asserted', 3), month('2015-11', 'denied', 1)]);
  expect(found).toEqual([
    { period: '2015-11', asserted: 3, doubtful: 1 },
    { period: '2015-12', asserted: 0, doubtful: 0 },
    { period: '2016-01', asserted: 0, doubtful: 0 },
    { period: '2016-02', asserted: 0, doubtful: 2 },
  ]);
});

test('many months become years, and no claim is lost', () => {
  const found = bars([month('1990-01', 'asserted', 3), month('2015-11', 'asserted', 4)]);
  expect(found.map((bar) => bar.period).slice(0, 2)).toEqual(['1990', '1991']);
  expect(found.reduce((sum, bar) => sum + bar.asserted, 0)).toBe(7);
});

test('no months give no bars', () => {
  expect(bars([])).toEqual([]);
});
