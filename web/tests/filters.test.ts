import { describe, expect, test } from 'vitest';

import { inside, readFilters, writeFilters, type Filters } from '../src/shell/filters';
import { withParameters } from '../src/shell/place';

const NONE: Filters = { relation: [], modality: [], source: [], since: null, until: null, inferred: null, direction: null };

describe('filters in the address', () => {
  const cases: readonly Filters[] = [
    NONE,
    { ...NONE, relation: ['supports', 'fights'], modality: ['asserted', 'denied'], inferred: false },
    { ...NONE, source: ['https://w3id.org/rawabit/actor/sohr', 'الجزيرة & Co = 100%'], since: '2015', until: '2015-10-07', direction: 'in' },
    { ...NONE, inferred: true },
  ];
  test('what is written is read again', () => {
    for (const one of cases) {
      const address = withParameters('/network', new URLSearchParams('ids=a,b'), writeFilters(one));
      const url = new URL(address, 'http://localhost');
      expect(readFilters(url.searchParams)).toEqual(one);
      expect(url.searchParams.get('ids')).toBe('a,b');
    }
  });

  test('what cannot be meant is left out', () => {
    const read = readFilters(new URLSearchParams('modality=certain&since=yesterday&until=2015-1&inferred=maybe&direction=up'));
    expect(read).toEqual(NONE);
  });

  test('null takes a parameter out of the address', () => {
    expect(withParameters('/map', new URLSearchParams('since=2015&q=1'), { since: null })).toBe('/map?q=1');
    expect(withParameters('/map', new URLSearchParams('since=2015'), { since: null })).toBe('/map');
  });
});

describe('paths from IRIs', () => {
  test('lead to this page and to the very path, whatever they hold', () => {
    for (const path of ['actor/hezbollah', 'place/الصواغيه', '/example.org/x', '//example.org', '\\example.org', 'actor/a%20b?c#d', 'https://example.org/']) {
      const url = new URL(inside(`/${path}`), 'http://localhost:8642');
      expect(url.origin).toBe('http://localhost:8642');
      expect([url.search, url.hash]).toEqual(['', '']);
      expect(decodeURIComponent(url.pathname)).toBe(`/${path}`.replace(/^\/+/, '/'));
    }
  });
});
