import { describe, expect, test } from 'vitest';

import { add, collapse, collapsible, expand, pin, place, remove } from '../../src/views/network/model/canvas';
import { begin, redo, step, undo, undoable } from '../../src/views/network/model/history';
import { merge } from '../../src/views/network/model/merge';
import { canvasOf, id, link, named, placed } from './things';

const names = (canvas: { nodes: ReadonlyMap<string, { named: { label: string } }> }) => [...canvas.nodes.values()].map((node) => node.named.label);

describe('the canvas', () => {
  const hub = expand(canvasOf('hub'), id('hub'), 'fights|out|asserted', [named('a'), named('b')], { shown: 2, total: 9 });

  test('a node that is there already is not added again, and nothing changes', () => {
    expect(add(hub, [named('a')])).toBe(hub);
  });

  test('collapsing takes off what an expansion brought, and forgets how much was shown', () => {
    const gone = collapse(hub, id('hub'));
    expect(names(gone)).toEqual(['hub']);
    expect(gone.brought.size).toBe(0);
    expect(names(hub)).toEqual(['hub', 'a', 'b']);
  });

  test('what is pinned, put there by hand, or was expanded itself stays when its parent collapses', () => {
    const grown = add(expand(pin(hub, [id('a')], true), id('b'), 'k', [named('c')], { shown: 1, total: 1 }), [named('d')]);
    expect(collapsible(grown, id('hub'))).toEqual([]);
    expect(names(collapse(grown, id('b')))).toEqual(['hub', 'a', 'b', 'd']);
  });

  test('with a node go the links of a file at it and the counts of its expansions; who came by it stays', () => {
    const gone = remove({ ...hub, kept: [link('hub', 'fights', 'a'), link('a', 'fights', 'b')] }, [id('hub')]);
    expect(names(gone)).toEqual(['a', 'b']);
    expect(gone.kept).toEqual([link('a', 'fights', 'b')]);
    expect(gone.brought.size).toBe(0);
    expect(gone.nodes.get(id('a'))?.from).toBeNull();
  });

  test('places that are no numbers are not taken', () => {
    expect(place(hub, new Map([[id('a'), { x: Number.NaN, y: 0 }]])).nodes.get(id('a'))?.at).toBeNull();
  });
});

describe('undo and redo', () => {
  test('every step is taken back and done again, with its name, and a new step ends what was to be done again', () => {
    const first = canvasOf('a');
    const second = add(first, [named('b')]);
    const third = remove(second, [id('a')]);
    const all = step(step(begin(first), second, 'add'), third, 'remove');
    expect(undoable(all)).toBe('remove');
    expect(undo(all).present).toBe(second);
    expect(undo(undo(all)).present).toBe(first);
    expect(redo(redo(undo(undo(all)))).present).toBe(third);
    expect(redo(step(undo(all), canvasOf('c'), 'add'))).toEqual(step(undo(all), canvasOf('c'), 'add'));
  });

  test('at both ends nothing happens, and a step that changes nothing is none', () => {
    const only = begin(canvasOf('a'));
    expect(undo(only)).toBe(only);
    expect(redo(only)).toBe(only);
    expect(step(only, only.present, 'add')).toBe(only);
  });
});

describe('merging', () => {
  test('what stands on both stays where it is, and the other is moved with it', () => {
    const first = placed(canvasOf('a', 'b'));
    const second = placed(canvasOf('x', 'b'));
    const merged = merge(first, second);
    expect(names(merged)).toEqual(['a', 'b', 'x']);
    expect(merged.nodes.get(id('b'))?.at).toEqual({ x: 10, y: 5 });
    expect(merged.nodes.get(id('x'))?.at).toEqual({ x: 0, y: 5 });
  });

  test('a canvas that shares nothing is put beside, on no node of the first', () => {
    const merged = merge(placed(canvasOf('a', 'b')), placed(canvasOf('x', 'y')));
    expect(merged.nodes.get(id('x'))?.at?.x).toBeGreaterThan(10);
  });
});
