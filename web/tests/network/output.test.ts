import { describe, expect, test } from 'vitest';

import { linkKey } from '../../src/views/network/model/links';
import { linksCsv, nodesCsv } from '../../src/views/network/output/csv';
import { gexf } from '../../src/views/network/output/gexf';
import { cell, xml } from '../../src/views/network/output/safe';
import { sheet } from '../../src/views/network/output/sheet';
import { svg } from '../../src/views/network/output/svg';
import { draw, type Knowledge } from '../../src/views/network/picture/drawing';
import type { Palette } from '../../src/views/network/picture/palette';
import { add, EMPTY, light, pin, place, type Canvas } from '../../src/views/network/model/canvas';
import { id, link, named, placed, said } from './things';

const spread = (of: Canvas): Canvas => place(of, new Map([...of.nodes.keys()].map((key, index) => [key, { x: index * 200, y: (index % 2) * 150 }])));

const NASTY = '<script>alert("1")</script>\u0000\u0008\uFFFE\uD800 & \'حزب\'';
const canvas = light(pin(spread(add(EMPTY, [named('a', { label: NASTY, label_ar: 'أ' }), named('b'), named('c', { kind: 'place', type: 'City' })])), [id('b')], true), []);
const links = [
  link('a', 'fights', 'b', { documents: 7, earliest: '2015-02', latest: '2016', contradicted: true }),
  link('b', 'arms', 'c', said('denied')),
  link('a', 'opposes', 'c', { modality: null, inferred: true }),
];

const palette: Palette = {
  paper: '#ffffff', ink: '#000000', quiet: '#555555', focus: '#0000ff', mark: '#aa5500', path: '#770077', font: '"A&B", sans-serif',
  kinds: { person: '#111111', armed: '#222222', state: '#333333', coalition: '#444444', voice: '#555555', organization: '#666666', group: '#777777', place: '#888888' },
  tones: { friendly: '#0000ff', hostile: '#ff0000', plain: '#777777' },
};
const known: Knowledge = {
  palette, nameOf: (node) => node.named.label, shapeOf: (node) => (node.named.kind === 'place' ? 'place' : 'armed'), relationLabel: (name) => name,
  tone: (name) => (name === 'fights' ? 'hostile' : 'plain'), symmetric: (name) => name === 'opposes', hidden: () => 0, bundleLabel: String, bundled: false,
};

describe('cells of CSV', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '\r=1', '=cmd|"/c calc"!A0'])('%j is no formula', (text) => {
    expect(cell(text)).toMatch(/^"'/);
  });

  test('numbers, blanks and plain names are left as they are; commas and quotes are quoted', () => {
    expect([cell(-5), cell(null), cell('حزب الله'), cell('a "b", c')]).toEqual(['-5', '', 'حزب الله', '"a ""b"", c"']);
  });

  test('files begin with the mark by which spreadsheets know UTF-8, and hold a row for each link and node', () => {
    const text = linksCsv(links);
    expect(text.startsWith('\uFEFFsubject,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(4);
    expect(nodesCsv([...canvas.nodes.values()], () => 2).trimEnd().split('\r\n')).toHaveLength(4);
  });
});

describe('text in XML', () => {
  test('holds no markup and no character that XML does not allow, and keeps the rest', () => {
    expect(xml(NASTY)).toBe('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;حزب&apos;');
    expect(xml('🏴\tx')).toBe('🏴\tx');
  });
});

describe('GEXF', () => {
  const written = gexf([...canvas.nodes.values()], [...links, link('a', 'fights', 'gone')], (node) => node.named.label);

  test('carries the documents as weight and whole days as dates', () => {
    expect(written.text).toContain('version="1.3"');
    expect(written.text).toContain('weight="7.0" start="2015-02-01" end="2016-12-31"');
    expect(written.text).not.toContain('<script');
  });

  test('tells which links it left out', () => {
    expect(written.skipped).toEqual([linkKey(link('a', 'fights', 'gone'))]);
    expect(written.text.match(/<edge /g)).toHaveLength(3);
  });
});

describe('the sheet and SVG', () => {
  const page = sheet(draw(canvas, links, known), (text, size) => text.length * size * 0.5);
  const text = svg(page, palette, NASTY, 'rtl');

  test('holds every node and link that has room, with the strokes that tell them apart', () => {
    expect(page.nodes).toHaveLength(3);
    expect(page.lines.map(({ line }) => line.stroke)).toEqual(['asserted', 'denied', 'inferred']);
    expect(page.left).toBe(3 + 3 - page.texts.length);
  });

  test('counts the lines that have no room, since their ends overlap', () => {
    const near = sheet(draw(placed(canvas), links, known), () => 1);
    expect(near.lines.length).toBeLessThan(3);
    expect(near.left).toBeGreaterThanOrEqual(3 - near.lines.length);
  });

  test('holds no script, no character that is not XML and no reference outwards', () => {
    expect(text).not.toMatch(/<script|href|url\(|<image|<foreignObject/);
    expect(text).not.toContain('\u0000');
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain('direction="rtl"');
    expect(text).toContain('font-family="&quot;A&amp;B&quot;, sans-serif"');
  });

  test('names stand between isolates', () => {
    expect(text).toContain('\u2068');
  });

  test('direction is drawn but where a relation holds both ways', () => {
    const drawn = draw(canvas, links, known);
    expect([...drawn.lines.values()].map((line) => [line.links[0].relation, line.look.arrow])).toEqual([['fights', true], ['arms', true], ['opposes', false]]);
  });

  test('each way of saying has its own stroke, and what is contradicted its sign', () => {
    const drawn = [...draw(canvas, links, known).lines.values()];
    expect(drawn.map((line) => line.stroke)).toEqual(['asserted', 'denied', 'inferred']);
    expect(drawn.map((line) => line.look.mark)).toEqual([true, false, false]);
  });
});
