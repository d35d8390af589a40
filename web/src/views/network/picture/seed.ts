import type { Spot } from '../model/canvas';

/** A number from 0 up to 1 that is always the same for the same text (FNV-1a, mixed once more). */
export function seeded(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

const REACH = 90;

/** A first place for a node: beside the one it came from, or on a spiral round the middle. The same every time. */
export function firstSpot(id: string, index: number, parent: Spot | null, middle: Spot): Spot {
  const centre = parent ?? middle;
  const distance = parent ? REACH * (0.8 + 0.4 * seeded(`${id} far`)) : 0.6 * REACH * Math.sqrt(index);
  const angle = parent ? 2 * Math.PI * seeded(id) : index * 2.399963 + seeded(id) * 0.3;
  return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) };
}
