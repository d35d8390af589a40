import { describe, expect, test } from 'vitest';

import { readFilters } from '../../src/shell/filters';
import { below, degrees, linkKey, passing, rounds, seen } from '../../src/views/network/model/links';
import { tieVisible } from '../../src/views/network/model/ties';
import { lines } from '../../src/views/network/picture/bundles';
import { id, link, said } from './things';

const isBelow = below((relation) => ({ arms: ['supports'], supports: ['helps'] })[relation] ?? []);
const under = (query: string) => passing(readFilters(new URLSearchParams(query)), isBelow);

describe('links under filters', () => {
  const inferred = link('a', 'opposes', 'b', { modality: null, inferred: true });

  test('only what is asserted or inferred is seen unless other modalities are chosen', () => {
    expect(under('')(link('a', 'arms', 'b'))).toBe(true);
    expect(under('')(link('a', 'arms', 'b', said('denied')))).toBe(false);
    expect(under('modality=denied')(link('a', 'arms', 'b', said('denied')))).toBe(true);
    expect(under('')(inferred)).toBe(true);
    expect(under('inferred=false')(inferred)).toBe(false);
  });

  test('relations below the chosen one count too', () => {
    expect(under('relation=helps')(link('a', 'arms', 'b'))).toBe(true);
    expect(under('relation=arms')(link('a', 'helps', 'b'))).toBe(false);
  });

  test('a link passes dates that its own time touches; one without dates passes none', () => {
    const dated = link('a', 'arms', 'b', { earliest: '2015-03-04', latest: '2015-05' });
    expect(under('since=2015-05')(dated)).toBe(true);
    expect(under('since=2015-06')(dated)).toBe(false);
    expect(under('until=2015')(dated)).toBe(true);
    expect(under('until=2015-03-03')(dated)).toBe(false);
    expect(under('since=1900')(link('a', 'arms', 'b'))).toBe(false);
  });

  test('of a link that a file and the store have, the store\'s is taken; ends off the canvas take it away', () => {
    const saved = link('a', 'arms', 'b', { documents: 1 });
    const stored = link('a', 'arms', 'b', { documents: 5 });
    const both = new Set([id('a'), id('b')]);
    expect(seen([stored], [saved], both, () => true)).toEqual([stored]);
    expect(seen([stored], [], new Set([id('a')]), () => true)).toEqual([]);
  });

  test('kinds of ties are hidden as their links are', () => {
    const tie = { relation: 'arms', direction: 'out', modality: 'denied', inferred: false, others: 1, documents: 1, claims: 1 } as const;
    expect(tieVisible(tie, readFilters(new URLSearchParams('')), isBelow)).toBe(false);
    expect(tieVisible(tie, readFilters(new URLSearchParams('modality=denied&relation=supports')), isBelow)).toBe(true);
  });
});

describe('long lists of ids', () => {
  test('every two stand together on one list that is short enough', () => {
    const ids = Array.from({ length: 57 }, (_, index) => String(index));
    const lists = rounds(ids, 20);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(20);
    const together = new Set(lists.flatMap((list) => list.flatMap((one) => list.map((other) => `${one} ${other}`))));
    expect(together.size).toBe(57 * 57);
  });

  test('a short one is one list, and none is none', () => {
    expect(rounds(['a', 'b'], 20)).toEqual([['a', 'b']]);
    expect(rounds([], 20)).toEqual([]);
  });
});

describe('lines of the picture', () => {
  const parallel = ['arms', 'fights', 'helps'].map((relation) => link('a', relation, 'b'));

  test('parallel links are drawn apart, both directions on sides of their own', () => {
    const drawn = lines([...parallel, link('b', 'arms', 'a')]);
    // As seen from one and the same end.
    const bends = drawn.map((line) => (line.source === id('a') ? line.bend : -line.bend));
    expect(new Set(bends.map((bend) => bend.toFixed(3))).size).toBe(4);
    expect(lines([link('a', 'arms', 'b')])[0]?.bend).toBe(0);
  });

  test('more than can be told apart are one line that holds them all', () => {
    const many = [...parallel, link('b', 'arms', 'a'), link('b', 'fights', 'a')];
    const drawn = lines(many);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.links.map(linkKey)).toEqual(many.map(linkKey));
    expect(lines(parallel, { apart: 1 })).toHaveLength(1);
  });

  test('a link to itself counts once', () => {
    expect(degrees([link('a', 'arms', 'a'), link('a', 'arms', 'b')]).get(id('a'))).toBe(2);
  });
});
