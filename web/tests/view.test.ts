import { expect, test } from 'vitest';

import { placed } from '../src/views/map/labels';
import { pulled } from '../src/views/map/pull';
import { bounded, fitted, moved, projectionOf, readView, seenAfter, writeView, zoomed } from '../src/views/map/view';

const ALEPPO = [37.16, 36.2] as const;
const DAMASCUS = [36.29, 33.51] as const;

test('a view stands in the address and comes back; anything else is none', () => {
  const view = { lon: 37.16, lat: 36.2, zoom: 4.25 };
  expect(readView(writeView(view))).toEqual({ lon: expect.closeTo(37.16) as number, lat: 36.2, zoom: 4.25 });
  for (const text of [null, '', '1,2', '1,2,3,4', 'a,b,c', '1,2,Infinity']) expect(readView(text)).toBeNull();
});

test('a view never leaves the earth', () => {
  expect(bounded({ lon: 190, lat: 95, zoom: 40 })).toEqual({ lon: -170, lat: 80, zoom: 9 });
});

test('all places are in the fitted view', () => {
  const points = [ALEPPO, DAMASCUS, [44.4, 33.3]] as const;
  const projection = projectionOf(fitted(points, 800, 500), 800, 500);
  for (const point of points) {
    const [x, y] = projection([...point]) ?? [-1, -1];
    expect(x > 40 && x < 760 && y > 25 && y < 475).toBe(true);
  }
});

test('one place alone is not enlarged beyond measure, and none shows the earth', () => {
  expect(fitted([ALEPPO], 800, 500).zoom).toBeLessThan(6);
  expect(fitted([], 800, 500).zoom).toBe(0);
});

test('what is pulled follows the pointer, and zooming keeps what is under it', () => {
  const view = fitted([ALEPPO, DAMASCUS], 800, 500);
  const before = projectionOf(view, 800, 500)([...ALEPPO]) ?? [0, 0];
  const shifted = projectionOf(moved(view, 30, -20, 800), 800, 500)([...ALEPPO]) ?? [0, 0];
  expect(shifted[0] - before[0]).toBeCloseTo(30);
  expect(shifted[1] - before[1]).toBeCloseTo(-20);
  const near = projectionOf(zoomed(view, 1, 800, 500, before), 800, 500)([...ALEPPO]) ?? [0, 0];
  expect(near[0]).toBeCloseTo(before[0]);
  expect(near[1]).toBeCloseTo(before[1]);
});

test('what two fingers hold stays under them', () => {
  const view = fitted([ALEPPO, DAMASCUS], 800, 500);
  const [x = 0, y = 0] = projectionOf(view, 800, 500)([...ALEPPO]) ?? [];
  const pull = pulled(
    new Map([
      [1, { from: { x: x - 50, y }, to: { x: x - 120, y: y + 10 } }],
      [2, { from: { x: x + 50, y }, to: { x: x + 80, y: y + 10 } }],
    ]),
  );
  expect(pull?.scale).toBeCloseTo(2);
  if (!pull) return;
  const after = seenAfter(view, pull, 800, 500);
  const [right = 0, down = 0] = projectionOf(after, 800, 500)([...ALEPPO]) ?? [];
  expect(after.zoom).toBeCloseTo(view.zoom + 1);
  expect([right - x, down - y]).toEqual([expect.closeTo(-20), expect.closeTo(10)]);
  expect(pulled(new Map())).toBeNull();
});

test('names that would cover each other, or leave the picture, are left out', () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y, anchor: 'start', size: 12 }) as const;
  const shown = placed([at('Aleppo', 100, 100), at('Idlib', 110, 104), at('Homs', 100, 160), at('Beirut', 390, 100)], 400, 300);
  expect(shown.map(({ text }) => text)).toEqual(['Aleppo', 'Homs']);
});
