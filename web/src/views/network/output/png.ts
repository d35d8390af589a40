import { PATHS } from '../../../shared/KindIcon';
import { corners, FIGURES } from '../picture/looks';
import { paintLine } from '../picture/paint';
import type { Palette } from '../picture/palette';
import { SIZE, SMALL, type Sheet } from './sheet';

/** More pixels than these no browser puts on one image. */
const MOST = 16_000_000;

/** The sheet as an image of twice its size, or of less where that would be too large. */
export async function png(sheet: Sheet, palette: Palette): Promise<Blob> {
  const ratio = Math.min(2, Math.sqrt(MOST / (sheet.width * sheet.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(sheet.width * ratio);
  canvas.height = Math.floor(sheet.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('2d');
  context.scale(ratio, ratio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  paint(context, sheet, palette);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('png');
  return blob;
}

/** How wide a text is, in the font of the page. */
export function measuring(palette: Palette): (text: string, size: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size) => {
    if (!context) return text.length * size * 0.6;
    context.font = `500 ${size}px ${palette.font}`;
    return context.measureText(text).width;
  };
}

function paint(context: CanvasRenderingContext2D, sheet: Sheet, palette: Palette): void {
  for (const { line, curve } of sheet.lines) paintLine(context, line, curve, line.look, palette);
  for (const { node, at, radius } of sheet.nodes) {
    context.save();
    context.translate(at.x, at.y);
    context.beginPath();
    const figure = FIGURES[node.look.shape];
    if (figure.sides === 0) context.arc(0, 0, radius, 0, 2 * Math.PI);
    else for (const [x, y] of corners(figure, radius)) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = node.look.color;
    context.strokeStyle = node.node.pinned ? palette.ink : palette.paper;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
    if (radius > 7) {
      context.scale(radius / 10, radius / 10);
      context.translate(-8, -8);
      context.fillStyle = palette.paper;
      context.fill(new Path2D(PATHS[node.look.shape]), 'evenodd');
    }
    context.restore();
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { text, at, small, color } of sheet.texts) {
    context.font = `${small ? 400 : 500} ${small ? SMALL : SIZE}px ${palette.font}`;
    context.strokeStyle = palette.paper;
    context.lineWidth = 4;
    context.strokeText(text, at.x, at.y);
    context.fillStyle = color;
    context.fillText(text, at.x, at.y);
  }
}
