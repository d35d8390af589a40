/** How kinds of nodes and links look. One description for the picture on the page, its legend and the files that are exported. */

import type { Link, Modality } from '../../../api/types';
import type { Shape } from '../../../shared/KindIcon';

/** A regular figure: a circle where it has no sides; `turn` in shares of a whole turn, 0 with a corner upwards. */
export interface Figure {
  readonly sides: number;
  readonly turn: number;
  /** How much larger it is drawn, so that all figures seem equally large. */
  readonly scale: number;
}

export const SHAPES: readonly Shape[] = ['person', 'armed', 'state', 'coalition', 'voice', 'organization', 'group', 'place'];

export const FIGURES: Readonly<Record<Shape, Figure>> = {
  person: { sides: 0, turn: 0, scale: 1 },
  armed: { sides: 5, turn: 0.5, scale: 1.16 },
  state: { sides: 4, turn: 0.125, scale: 1.22 },
  coalition: { sides: 6, turn: 0, scale: 1.1 },
  voice: { sides: 3, turn: 0, scale: 1.38 },
  organization: { sides: 5, turn: 0, scale: 1.16 },
  group: { sides: 8, turn: 0.0625, scale: 1.06 },
  place: { sides: 4, turn: 0, scale: 1.24 },
};

/** The corners of a figure round the origin. */
export function corners({ sides, turn, scale }: Figure, radius: number): readonly (readonly [number, number])[] {
  return Array.from({ length: sides }, (_, index) => {
    const angle = 2 * Math.PI * (index / sides + turn) - Math.PI / 2;
    return [radius * scale * Math.cos(angle), radius * scale * Math.sin(angle)] as const;
  });
}

export type Stroke = Modality | 'inferred';
export type Tone = 'friendly' | 'hostile' | 'plain';

/** Lengths of dashes and gaps; none for a whole line. */
export const DASHES: Readonly<Record<Stroke, readonly number[]>> = {
  asserted: [],
  inferred: [7, 5],
  unconfirmed: [14, 4, 3, 4],
  hypothetical: [2.5, 5],
  denied: [],
};

/** What a shader is told of them. */
export const STROKES: readonly Stroke[] = ['asserted', 'inferred', 'unconfirmed', 'hypothetical', 'denied'];

/** How links of a bundle look: as they all are, else as what is asserted. */
export function strokeOf(links: readonly Link[]): Stroke {
  const strokes = new Set(links.map((link) => link.modality ?? 'inferred'));
  const [only] = strokes;
  return strokes.size === 1 && only ? only : strokes.has('asserted') ? 'asserted' : 'inferred';
}

/** The one tone of all of them, else none. */
export function toneOf(links: readonly Link[], tone: (relation: string) => Tone): Tone {
  const tones = new Set(links.map((link) => tone(link.relation)));
  const [only] = tones;
  return tones.size === 1 && only ? only : 'plain';
}

/** Width by how many documents say it: each doubling makes it half a pixel wider. */
export function widthOf(documents: number): number {
  return Math.min(5, 1.3 + 0.5 * Math.log2(Math.max(1, documents)));
}

/** Radius by links: hubs are larger, and all are smaller where there are many. */
export function radiusOf(degree: number, count: number): number {
  const least = count > 1500 ? 1.8 : count > 300 ? 3.6 : count > 80 ? 6.5 : 9;
  return Math.min(least * 3.2, least + (least / 3.2) * Math.sqrt(degree));
}

/** How strongly lines are drawn that nobody points at: fainter, the more there are. */
export function faintness(count: number): number {
  return count > 8000 ? 0.14 : count > 2000 ? 0.2 : count > 400 ? 0.3 : count > 120 ? 0.55 : 0.85;
}

/** More lines than these are drawn thin, not drawn at all while the picture moves, and not dimmed where something is pointed at. */
export const CROWD = 3000;
