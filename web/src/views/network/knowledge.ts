import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { classesAbove, relation, relationLabel } from '../../api/known';
import type { Link } from '../../api/types';
import { language } from '../../i18n/language';
import { filters } from '../../shell/filters';
import { shapeOf } from '../../shared/KindIcon';
import { nameOf } from '../../shared/Name';
import { network } from './messages';
import { below, degrees, passing, seen } from './model/links';
import { draw, type Drawing, type Knowledge } from './picture/drawing';
import type { Tone } from './picture/looks';
import type { Palette } from './picture/palette';
import { bundled, canvas, found, totals } from './session';

/** Whether a relation is another or below it, as the ontology has it. */
export const isBelow = below((name) => relation(name)?.broader ?? []);

export function tone(name: string): Tone {
  const known = relation(name);
  return known?.hostile ? 'hostile' : known?.friendly ? 'friendly' : 'plain';
}

/** The links that are seen: the store's and the file's, under the filters, with both ends on the canvas. */
export const seenLinks = computed<readonly Link[]>(() => {
  const { nodes, kept } = canvas.value;
  return seen(found.value.links, kept, new Set(nodes.keys()), passing(filters.value, isBelow));
});

export const seenDegrees = computed(() => degrees(seenLinks.value));

/** How many of a node's links the canvas does not show. */
export function hiddenLinks(id: string): number {
  return Math.max(0, (totals.value.get(id) ?? 0) - (seenDegrees.value.get(id) ?? 0));
}

export function knowledge(palette: Palette): Knowledge {
  return {
    palette,
    nameOf: (node) => nameOf(node.named),
    shapeOf: (node) => shapeOf(node.named.kind, classesAbove(node.named.type)),
    relationLabel,
    tone,
    symmetric: (name) => relation(name)?.symmetric ?? false,
    hidden: hiddenLinks,
    bundleLabel: (count) => network('bundle', { n: count }),
    bundled: bundled.value,
  };
}

/** The canvas ready to be drawn, made anew where something in it changes. */
export function useDrawing(palette: Palette | null): Drawing | null {
  const links = seenLinks.value;
  const present = canvas.value;
  const counts = totals.value;
  const { value: together } = bundled;
  const { value: spoken } = language;
  const known = relation('supports');
  return useMemo(
    () => (palette ? draw(present, links, knowledge(palette)) : null),
    // Words, kinds and counts come from signals that are named here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [palette, present, links, counts, together, spoken, known],
  );
}
