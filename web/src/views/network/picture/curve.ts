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

/** The corners of an arrow head at the end of a curve. */
export function arrowHead(curve: Curve, width: number): readonly [Spot, Spot, Spot] {
  const angle = Math.atan2(curve.to.y - curve.control.y, curve.to.x - curve.control.x);
  const size = 5 + 2.2 * width;
  const corner = (side: number): Spot => ({
    x: curve.to.x - size * Math.cos(angle) + side * size * 0.42 * Math.sin(angle),
    y: curve.to.y - size * Math.sin(angle) - side * size * 0.42 * Math.cos(angle),
  });
  return [curve.to, corner(1), corner(-1)];
}

/** Short strokes across a line that is denied. */
export function ticks(curve: Curve): readonly (readonly [Spot, Spot])[] {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  const count = Math.floor(length / 13);
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count;
    const at = pointOn(curve, share);
    const ahead = pointOn(curve, share + 0.01);
    const angle = Math.atan2(ahead.y - at.y, ahead.x - at.x) + Math.PI / 2;
    const dx = 4 * Math.cos(angle);
    const dy = 4 * Math.sin(angle);
    return [{ x: at.x - dx, y: at.y - dy }, { x: at.x + dx, y: at.y + dy }] as const;
  });
}
