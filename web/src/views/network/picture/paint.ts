import { arrowHead, ticks, type Curve } from './curve';
import type { DrawnLine } from './drawing';
import { DASHES } from './looks';
import type { Palette } from './palette';

const SIGN = 'M0-6 6 0 0 6-6 0zM0-4V4';

/** Paints a line as the shader does, where there is no shader: in images, and over a large network. */
export function paintLine(context: CanvasRenderingContext2D, line: DrawnLine, curve: Curve, { color, size }: { color: string; size: number }, palette: Palette): void {
  context.strokeStyle = color;
  context.lineWidth = size;
  context.setLineDash([...DASHES[line.stroke]]);
  context.beginPath();
  context.moveTo(curve.from.x, curve.from.y);
  context.quadraticCurveTo(curve.control.x, curve.control.y, curve.to.x, curve.to.y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  if (line.stroke === 'denied') {
    for (const [one, other] of ticks(curve)) {
      context.moveTo(one.x, one.y);
      context.lineTo(other.x, other.y);
    }
    context.stroke();
  }
  paintEnds(context, line, curve, { color, size }, palette);
}

/** The arrow head, and the sign of what is contradicted. */
export function paintEnds(context: CanvasRenderingContext2D, line: DrawnLine, curve: Curve, { color, size }: { color: string; size: number }, palette: Palette): void {
  context.fillStyle = color;
  context.beginPath();
  if (line.look.arrow) {
    for (const corner of arrowHead(curve, size)) context.lineTo(corner.x, corner.y);
    context.fill();
  }
  if (line.look.mark) {
    context.save();
    context.translate((curve.from.x + 2 * curve.control.x + curve.to.x) / 4, (curve.from.y + 2 * curve.control.y + curve.to.y) / 4);
    const sign = new Path2D(SIGN);
    context.fillStyle = palette.paper;
    context.strokeStyle = palette.mark;
    context.lineWidth = 1.6;
    context.fill(sign);
    context.stroke(sign);
    context.restore();
  }
}
