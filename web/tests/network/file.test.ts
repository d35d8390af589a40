import { describe, expect, test } from 'vitest';

import { expand, light, pin } from '../../src/views/network/model/canvas';
import { BadCanvas, open, save } from '../../src/views/network/model/file';
import { linkKey } from '../../src/views/network/model/links';
import { canvasOf, id, link, named, placed } from './things';

const fault = (text: string): string => {
  try {
    open(text);
  } catch (error) {
    if (error instanceof BadCanvas) return `${error.fault} ${error.where}`.trim();
    throw error;
  }
  return 'opened';
};

const fights = link('a', 'fights', 'b', { documents: 3, earliest: '2015', latest: '2016-01', contradicted: true });
const canvas = light(
  pin(expand(placed(canvasOf('a')), id('a'), 'fights|out|asserted', [named('b', { label: '</script>"\u202E', label_ar: 'ب' })], { shown: 1, total: 4 }), [id('a')], true),
  [linkKey(fights)],
);

describe('a saved canvas', () => {
  test('is opened as it was: nodes, places, pins, origins, links, path and counts', () => {
    const opened = open(save(canvas, [fights]));
    expect([...opened.nodes]).toEqual([...canvas.nodes]);
    expect(opened.kept.map((one) => ({ ...one, subject: 0, object: 0 }))).toEqual([{ ...fights, subject: 0, object: 0 }]);
    expect(opened.lit).toEqual(canvas.lit);
    expect([...opened.brought]).toEqual([...canvas.brought]);
  });

  test('is refused with what is wrong in it', () => {
    const data = JSON.parse(save(canvas, [fights])) as { nodes: { id: unknown }[]; links: { object: string }[]; version: number };
    expect(fault('{"nodes":')).toMatch(/^notJson/);
    expect(fault('[]')).toBe('notCanvas');
    expect(fault('{"format":"other","nodes":[]}')).toBe('notCanvas');
    expect(fault(JSON.stringify({ ...data, version: 99 }))).toBe('newer 99');
    expect(fault(JSON.stringify({ ...data, nodes: [...data.nodes, { id: 5 }] }))).toBe('badNode 3');
    expect(fault(JSON.stringify({ ...data, links: [{ ...data.links[0], object: 'elsewhere' }] }))).toBe('unknownEnd 1');
    expect(fault(JSON.stringify({ ...data, links: [{ ...data.links[0], modality: 'perhaps' }] }))).toBe('badLink 1');
  });

  test('takes no places and counts that are none', () => {
    const data = JSON.parse(save(canvas, [fights])) as { nodes: object[]; links: object[] };
    const [first] = open(JSON.stringify({ ...data, nodes: data.nodes.map((node) => ({ ...node, at: ['x', null] })) })).nodes.values();
    expect(first?.at).toBeNull();
    expect(open(JSON.stringify({ ...data, links: data.links.map((one) => ({ ...one, documents: -4, claims: '7' })) })).kept[0]).toMatchObject({ documents: 0, claims: 0 });
  });
});
