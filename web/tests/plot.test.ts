import { expect, test } from 'vitest';

import { byRelation, counts, datesOf, filtersOf, gridOf, isoOf, monthOf, periodOf, ticks, within, type Row } from '../src/views/timeline/plot';

const row = (month: string, claims = 1, relation = 'fights'): Row => ({ month, relation, modality: 'asserted', claims, documents: 1 });

test('months are numbers and become months again; a year ends in December', () => {
  expect(isoOf(monthOf('2015-10'))).toBe('2015-10');
  expect(isoOf(monthOf('2015'))).toBe('2015-01');
  expect(isoOf(monthOf('2015', true))).toBe('2015-12');
  expect(isoOf(monthOf('2015-10-16', true))).toBe('2015-10');
  expect(isoOf(monthOf('0990-01'))).toBe('0990-01');
});

test('there is a column for each month as long as there is room, else for quarters, years and longer', () => {
  const rows = [row('2012-02'), row('2014-12')];
  expect(gridOf(rows, 100)).toEqual({ start: monthOf('2012-02'), size: 1, count: 35 });
  expect(gridOf(rows, 20)).toEqual({ start: monthOf('2012-01'), size: 3, count: 12 });
  expect(gridOf(rows, 5)).toEqual({ start: monthOf('2012-01'), size: 12, count: 3 });
  expect(gridOf([row('0001-01'), row('2014-12')], 3)?.size).toBe(600);
  expect(gridOf([], 5)).toBeNull();
});

test('every claim is counted once, whatever the columns', () => {
  const rows = [row('2012-02', 3), row('2012-03', 4), row('2014-12', 5), row('2012-02', 2, 'supports')];
  for (const room of [1, 2, 4, 12, 100]) {
    const grid = gridOf(rows, room);
    expect(grid && counts(rows, grid).reduce((a, b) => a + b, 0)).toBe(14);
  }
});

test('what is dated by a year alone has no place among months, but among years', () => {
  const rows = [row('2012', 7), row('2012-03'), row('2013-04')];
  const [months, years] = [gridOf(rows, 100), gridOf(rows, 4)];
  expect(months && counts(months.size === 1 ? rows : [], months).reduce((a, b) => a + b, 0)).toBe(2);
  expect(years && [years.size, counts(rows, years)]).toEqual([12, [8, 1]]);
  expect(gridOf([row('2012', 7)], 100)).toEqual({ start: monthOf('2012'), size: 12, count: 1 });
  expect(within(row('2012'), '2012-06', null)).toBe(true);
  expect(within(row('2012'), '2013', null)).toBe(false);
});

test('the period of the filters becomes columns, and back', () => {
  const grid = gridOf([row('2012-01'), row('2014-12')], 100);
  if (!grid) throw new Error('no grid');
  expect(periodOf(null, null, grid)).toBeNull();
  expect(periodOf('2013', '2013', grid)).toEqual([12, 23]);
  expect(periodOf('2013-03-07', null, grid)).toEqual([14, 35]);
  expect(periodOf('1900', '2100', grid)).toEqual([0, 35]);
  expect(filtersOf([12, 23], grid)).toEqual({ since: '2013-01', until: '2013-12' });
});

test('a row lies in a period or not', () => {
  expect(within(row('2013-05'), '2013', '2013')).toBe(true);
  expect(within(row('2013-05'), '2013-06', null)).toBe(false);
  expect(within(row('2013-05'), null, '2013-04')).toBe(false);
});

test('relations come with most claims first', () => {
  const groups = byRelation([row('2012-02', 1), row('2012-02', 4, 'supports'), row('2012-03', 1)]);
  expect(groups.map(({ relation, claims }) => [relation, claims])).toEqual([['supports', 4], ['fights', 2]]);
});

test('dates stand beneath years where there are many, and beneath months where there are few', () => {
  const long = gridOf([row('2010-06'), row('2019-12')], 200);
  const short = gridOf([row('2015-09'), row('2015-12')], 200);
  expect(long && datesOf(long, 12).map(({ iso }) => iso)).toEqual(['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019']);
  expect(short && datesOf(short, 12).map(({ iso }) => iso)).toEqual(['2015-09', '2015-10', '2015-11', '2015-12']);
});

test('an axis has round numbers up to the greatest', () => {
  expect(ticks(2)).toEqual([1, 2]);
  expect(ticks(9)).toEqual([5]);
  expect(ticks(12)).toEqual([5, 10]);
  expect(ticks(1234)).toEqual([500, 1000]);
});
