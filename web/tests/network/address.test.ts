import { describe, expect, test } from 'vitest';

import { add, EMPTY, pin } from '../../src/views/network/model/canvas';
import { read, same, write } from '../../src/views/network/model/address';
import { canvasOf, id, named, placed } from './things';

const parameters = (written: ReturnType<typeof write>) =>
  new URLSearchParams(Object.entries(written).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

describe('the canvas in the address', () => {
  test('is read back as it was written, with places and pins', () => {
    const canvas = pin(placed(canvasOf('a', 'ب', 'c,d%2C')), [id('ب')], true);
    const wanted = read(parameters(write(canvas)));
    expect(wanted.paths).toEqual(['actor/a', 'actor/ب', 'actor/c,d%2C']);
    expect(wanted.spots.get('actor/ب')).toEqual({ x: 10, y: 5 });
    expect([...wanted.pinned]).toEqual(['actor/ب']);
    expect(same(wanted, canvas)).toBe(true);
    expect(same(wanted, canvasOf('a', 'b'))).toBe(false);
  });

  test('leaves places out where they make it long, and says when it is too large for one', () => {
    const many = (count: number) => placed(add(EMPTY, Array.from({ length: count }, (_, index) => named(`actor-number-${index}`))));
    expect(write(many(20)).at).not.toBeNull();
    expect(write(many(100))).toMatchObject({ at: null, tooLarge: false });
    expect(write(many(500))).toMatchObject({ ids: null, tooLarge: true });
  });

  test('takes what people type: blanks, repetitions, several parameters, and places that are none', () => {
    const wanted = read(new URLSearchParams('ids=actor/a,%20actor/b&ids=actor/a&at=1_x,7_-8&pinned=9'));
    expect(wanted.paths).toEqual(['actor/a', 'actor/b']);
    expect([...wanted.spots]).toEqual([['actor/b', { x: 7, y: -8 }]]);
    expect(wanted.pinned.size).toBe(0);
  });

  test('an empty canvas asks for nothing', () => {
    expect(write(EMPTY)).toEqual({ ids: null, at: null, pinned: null, tooLarge: false });
  });
});
