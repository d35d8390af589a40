import { describe, expect, test } from 'vitest';

import { parameterFor } from '../../src/views/network/panel/SavedQueries';
import { sorted } from '../../src/views/network/table/rows';

describe('rows of the table', () => {
  const rows = [{ n: 10, t: 'b' }, { n: 9, t: null }, { n: 100, t: 'أ' }, { n: 9, t: 'A' }];
  const by = (column: 'n' | 't', down: boolean) => sorted(rows, (row, name) => (name === 'n' ? row.n : row.t), { column, down }, 'en').map((row) => (column === 'n' ? row.n : row.t));

  test('numbers are sorted as numbers, and equal rows keep their order', () => {
    expect(by('n', false)).toEqual([9, 9, 10, 100]);
    expect(by('n', true)).toEqual([100, 10, 9, 9]);
  });

  test('texts are sorted as the language does it, and what has none comes last both ways', () => {
    expect(by('t', false)).toEqual(['A', 'b', 'أ', null]);
    expect(by('t', true)).toEqual(['أ', 'b', 'A', null]);
  });
});

describe('stored queries of a node', () => {
  const query = (...parameters: readonly (readonly [name: string, kind: string, required: boolean])[]) => ({
    name: 'q', summary: '', summary_ar: null, tags: [], tags_ar: [], columns: {}, text: '',
    parameters: parameters.map(([name, kind, required]) => ({ name, kind, required, description: '', name_ar: null, description_ar: null, default: null, choices: null })),
  });

  test('are offered where the node is all that they need', () => {
    expect(parameterFor(query(['actor', 'actor', true], ['since', 'date', false]), { kind: 'actor' })).toBe('actor');
    expect(parameterFor(query(['one', 'actor', true], ['other', 'actor', true]), { kind: 'actor' })).toBeNull();
    expect(parameterFor(query(['since', 'date', false]), { kind: 'actor' })).toBeNull();
    expect(parameterFor(query(['where', 'place', true]), { kind: 'place' })).toBe('where');
  });
});
