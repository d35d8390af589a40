import type { Spot } from '../model/canvas';

export type Way = 'up' | 'down' | 'left' | 'right';

const AHEAD: Readonly<Record<Way, Spot>> = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };

/** The nearest node in a direction, on the screen with y downwards: those straight ahead count as nearer. Without a start, the topmost. */
export function nextInDirection(spots: ReadonlyMap<string, Spot>, from: string | null, way: Way): string | null {
  const start = from === null ? undefined : spots.get(from);
  let best: { id: string; cost: number } | null = null;
  for (const [id, spot] of spots) {
    if (id === from) continue;
    const cost = start ? costOf(start, spot, AHEAD[way]) : spot.y + spot.x / 1000;
    if (cost !== null && (best === null || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? null;
}

function costOf(start: Spot, spot: Spot, ahead: Spot): number | null {
  const dx = spot.x - start.x;
  const dy = spot.y - start.y;
  const along = dx * ahead.x + dy * ahead.y;
  const aside = Math.abs(dx * ahead.y - dy * ahead.x);
  return along > 0 && along * 2 > aside ? along + 2 * aside : null;
}
