import type { Spot } from '../model/canvas';
import { controlOf, pointOn } from './curve';

/** A line as it lies on the picture. */
export interface Laid {
  readonly key: string;
  readonly source: Spot;
  readonly target: Spot;
  /** To the left as seen from the source, with y downwards. */
  readonly bend: number;
  readonly width: number;
}

const STEPS = 12;

/** The line that passes nearest to a point, if one does within `reach` of its rim. A graphics card could tell too, by drawing all lines twice. */
export function lineAt(lines: Iterable<Laid>, at: Spot, reach: number): string | null {
  let best: { key: string; away: number } | null = null;
  for (const line of lines) {
    const within = reach + line.width / 2;
    const { source, target, bend } = line;
    const control = bend === 0 ? source : controlOf(source, target, bend);
    if (Math.min(source.x, target.x, control.x) - within > at.x || Math.max(source.x, target.x, control.x) + within < at.x) continue;
    if (Math.min(source.y, target.y, control.y) - within > at.y || Math.max(source.y, target.y, control.y) + within < at.y) continue;
    const away = (bend === 0 ? toPart(at, source, target) : toCurve(at, source, control, target)) - line.width / 2;
    if (away <= reach && (best === null || away < best.away)) best = { key: line.key, away };
  }
  return best?.key ?? null;
}

function toCurve(at: Spot, from: Spot, control: Spot, to: Spot): number {
  let nearest = Infinity;
  let last = from;
  for (let step = 1; step <= STEPS; step += 1) {
    const next = pointOn({ from, control, to }, step / STEPS);
    nearest = Math.min(nearest, toPart(at, last, next));
    last = next;
  }
  return nearest;
}

/** How far a point lies from the straight part between two others. */
function toPart(at: Spot, one: Spot, other: Spot): number {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - one.x) * dx + (at.y - one.y) * dy) / square));
  return Math.hypot(at.x - one.x - share * dx, at.y - one.y - share * dy);
}
