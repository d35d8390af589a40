import type { Link, Modality, Named } from '../../src/api/types';
import { add, EMPTY, place, type Canvas } from '../../src/views/network/model/canvas';

export const named = (name: string, more: Partial<Named> = {}): Named => ({
  id: `https://example.org/actor/${name}`, path: `actor/${name}`, label: name, label_ar: null, type: 'ArmedGroup', kind: 'actor', ...more,
});

export const link = (subject: string, relation: string, object: string, more: Partial<Link> = {}): Link => ({
  subject: named(subject), relation, object: named(object), modality: 'asserted', inferred: false, claims: 1, documents: 1, voices: 1,
  earliest: null, latest: null, contradicted: false, ...more,
});

export const said = (modality: Modality): Partial<Link> => ({ modality });

export const id = (name: string): string => named(name).id;

export const canvasOf = (...names: string[]): Canvas => add(EMPTY, names.map((name) => named(name)));

/** Puts nodes in a row, ten apart. */
export const placed = (canvas: Canvas): Canvas =>
  place(canvas, new Map([...canvas.nodes.keys()].map((key, index) => [key, { x: index * 10, y: 5 }])));
