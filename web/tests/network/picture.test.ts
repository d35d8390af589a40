import { describe, expect, test } from 'vitest';

import { pin } from '../../src/views/network/model/canvas';
import { between, pointOn } from '../../src/views/network/picture/curve';
import { lineAt } from '../../src/views/network/picture/hit';
import { placeLabels, type Wish } from '../../src/views/network/picture/labels';
import { layOut } from '../../src/views/network/picture/layout';
import { pose } from '../../src/views/network/picture/layingOut';
import { nextInDirection } from '../../src/views/network/picture/steps';
import { canvasOf, id, link, placed } from './things';

describe('the layout', () => {
  const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
  const links = names.slice(1).map((name, index) => link(names[Math.floor(index / 3)] ?? 'n0', 'arms', name));
  const run = (canvas: ReturnType<typeof canvasOf>) => layOut(pose(canvas, links, () => 9, false), () => undefined);

  test('is the same every time, and no two nodes lie on each other', () => {
    const spots = run(canvasOf(...names));
    expect([...run(canvasOf(...names))]).toEqual([...spots]);
    for (let one = 0; one < 30; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const away = Math.hypot((spots[one * 2] ?? 0) - (spots[other * 2] ?? 0), (spots[one * 2 + 1] ?? 0) - (spots[other * 2 + 1] ?? 0));
        expect(away).toBeGreaterThan(18);
      }
    }
  });

  test('pinned nodes stay where they are', () => {
    const spots = run(pin(placed(canvasOf(...names)), [id('n7'), id('n8')], true));
    expect([spots[14], spots[15], spots[16], spots[17]]).toEqual([70, 5, 80, 5]);
  });

  test('linked nodes come to lie nearer to each other than nodes that are not', () => {
    const spots = run(canvasOf(...names));
    const away = (one: string, other: string) => {
      const [a, b] = [names.indexOf(one), names.indexOf(other)];
      return Math.hypot((spots[a * 2] ?? 0) - (spots[b * 2] ?? 0), (spots[a * 2 + 1] ?? 0) - (spots[b * 2 + 1] ?? 0));
    };
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const linked = mean(links.map((one) => away(one.subject.label, one.object.label)));
    expect(linked * 1.5).toBeLessThan(mean(names.flatMap((one) => names.filter((other) => other !== one).map((other) => away(one, other)))));
  });
});

describe('a line', () => {
  const straight = { key: 'straight', source: { x: 0, y: 0 }, target: { x: 100, y: 0 }, bend: 0, width: 2 };
  const bent = { ...straight, key: 'bent', bend: 0.2 };

  test('is met beside its rim, not beyond its ends, and the nearest of several is', () => {
    expect(lineAt([straight], { x: 50, y: 4 }, 4)).toBe('straight');
    expect(lineAt([straight], { x: 50, y: 6 }, 4)).toBeNull();
    expect(lineAt([straight], { x: 108, y: 0 }, 4)).toBeNull();
    expect(lineAt([straight, bent], { x: 50, y: 3 }, 30)).toBe('straight');
    expect(lineAt([straight, bent], { x: 50, y: 17 }, 30)).toBe('bent');
  });

  test('that is bent is met where its middle is drawn', () => {
    const { x, y } = pointOn({ from: bent.source, control: { x: 50, y: 40 }, to: bent.target }, 0.5);
    expect(lineAt([bent], { x, y }, 1)).toBe('bent');
    expect(lineAt([bent], { x: 50, y: 0 }, 4)).toBeNull();
    expect(lineAt([{ ...bent, bend: -0.2 }], { x, y: -y }, 1)).toBe('bent');
  });
});

describe('labels', () => {
  const wish = (key: string, x: number, y: number, must = false): Wish => ({ key, x, y, radius: 8, width: 60, height: 14, must });

  test('the first has its place below; the next that would lie on it goes to another side or is not written', () => {
    const written = placeLabels([wish('a', 0, 0), wish('b', 10, 0), wish('c', 5, 0), wish('d', 8, 2), wish('e', 2, 1)]);
    expect(written[0]).toMatchObject({ key: 'a', x: 0 });
    for (const one of written) {
      for (const other of written) {
        if (one !== other) expect(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= 14).toBe(true);
      }
    }
    expect(written.length).toBeLessThan(5);
  });

  test('what must be written is written, whatever lies there', () => {
    const full = [{ left: -500, right: 500, top: -500, bottom: 500 }];
    expect(placeLabels([wish('a', 0, 0)], full)).toEqual([]);
    expect(placeLabels([wish('a', 0, 0, true)], full)).toHaveLength(1);
  });
});

describe('curves', () => {
  test('begin and end at the rims of their ends', () => {
    const curve = between({ x: 0, y: 0 }, 10, { x: 200, y: 0 }, 20, 0);
    expect(curve?.from.x).toBeCloseTo(10, 0);
    expect(curve?.to.x).toBeCloseTo(180, 0);
    const bent = between({ x: 0, y: 0 }, 10, { x: 200, y: 0 }, 20, 0.2);
    expect(bent && pointOn(bent, 0.5).y).not.toBe(0);
  });

  test('between nodes on one spot there is none', () => {
    expect(between({ x: 0, y: 0 }, 10, { x: 5, y: 0 }, 10, 0)).toBeNull();
  });
});

describe('steps by arrow keys', () => {
  const spots = new Map([['a', { x: 0, y: 0 }], ['b', { x: 100, y: 5 }], ['c', { x: 60, y: 90 }], ['d', { x: -50, y: 0 }]]);

  test('lead to the nearest straight ahead', () => {
    expect(nextInDirection(spots, 'a', 'right')).toBe('b');
    expect(nextInDirection(spots, 'a', 'down')).toBe('c');
    expect(nextInDirection(spots, 'a', 'left')).toBe('d');
    expect(nextInDirection(spots, 'd', 'left')).toBeNull();
  });

  test('begin at the topmost', () => {
    expect(nextInDirection(spots, null, 'down')).toBe('d');
  });
});
