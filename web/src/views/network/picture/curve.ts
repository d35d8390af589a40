import type { Spot } from '../model/canvas';

/** A line as it is drawn: from one rim to the other, along one arc of a parabola. */
export interface Curve {
  readonly from: Spot;
  readonly control: Spot;
  readonly to: Spot;
}

/** The point that bends the line between two middles to the left by `bend` of its length. */
export function controlOf(source: Spot, target: Spot, bend: number): Spot {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  return { x: (source.x + target.x) / 2 - 2 * bend * dy, y: (source.y + target.y) / 2 + 2 * bend * dx };
}

export function pointOn({ from, control, to }: Curve, share: number): Spot {
  const rest = 1 - share;
  const mix = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * share * b + share * share * c;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
}

/** The part of the line that is not hidden under its ends. Null where the ends overlap. */
export function between(source: Spot, sourceRadius: number, target: Spot, targetRadius: number, bend: number): Curve | null {
  const control = controlOf(source, target, bend);
  const start = sourceRadius / (2 * Math.hypot(control.x - source.x, control.y - source.y) || 1);
  const end = 1 - targetRadius / (2 * Math.hypot(control.x - target.x, control.y - target.y) || 1);
  if (end - start < 0.02) return null;
  const whole = { from: source, control, to: target };
  const from = pointOn(whole, start);
  const to = pointOn(whole, end);
  // The blossom of the parabola at both ends is the control point of the part.
  const mix = (a: number, b: number, c: number) => (1 - start) * (1 - end) * a + (start + end - 2 * start * end) * b + start * end * c;
  return { from, control: { x: mix(source.x, control.x, target.x), y: mix(source.y, control.y, target.y) }, to };
}
