import { PATHS } from '../../../shared/KindIcon';
import { arrowHead, ticks } from '../picture/curve';
import { corners, DASHES, FIGURES } from '../picture/looks';
import type { Palette } from '../picture/palette';
import { xml } from './safe';
import { SIZE, SMALL, type Sheet } from './sheet';

/** The sheet as SVG 1.1. All text is escaped, and nothing in it refers to another file. */
export function svg(sheet: Sheet, palette: Palette, title: string, direction: 'ltr' | 'rtl'): string {
  const { width, height } = sheet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${xml(palette.font)}" direction="${direction}">`,
    `<title>${xml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${xml(palette.paper)}"/>`,
    '<g fill="none">',
    ...sheet.lines.map(({ line, curve }) => {
      const dash = DASHES[line.stroke];
      const color = `stroke="${hex(line.strong)}" stroke-opacity="${opacity(line.look.color)}"`;
      const words = line.links.map((link) => `${link.subject.label} ${link.relation} ${link.object.label}`).join('\n');
      const path = `M${at(curve.from)}Q${at(curve.control)} ${at(curve.to)}`;
      const struck = line.stroke === 'denied' ? ticks(curve).map(([one, other]) => `M${at(one)}L${at(other)}`).join('') : '';
      return `<path d="${path}${struck}" ${color} stroke-width="${line.look.size.toFixed(1)}"${dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : ''}><title>${xml(words)}</title></path>`;
    }),
    '</g>',
    ...sheet.lines.flatMap(({ line, curve }) => [
      ...(line.look.arrow ? [`<polygon points="${arrowHead(curve, line.look.size).map(at).join(' ')}" fill="${hex(line.strong)}" fill-opacity="${opacity(line.look.color)}"/>`] : []),
      ...(line.look.mark ? [mark(curve, palette)] : []),
    ]),
    ...sheet.nodes.map(({ node, at: spot, radius }) => {
      const figure = FIGURES[node.look.shape];
      const common = `fill="${xml(node.look.color)}" stroke="${xml(node.node.pinned ? palette.ink : palette.paper)}" stroke-width="1.5"`;
      const body = figure.sides === 0
        ? `<circle r="${radius}" ${common}/>`
        : `<polygon points="${corners(figure, radius).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" ${common}/>`;
      const sign = radius > 7 ? `<path transform="scale(${(radius / 10).toFixed(3)}) translate(-8 -8)" d="${PATHS[node.look.shape]}" fill="${xml(palette.paper)}" fill-rule="evenodd"/>` : '';
      return `<g transform="translate(${at(spot)})"><title>${xml(node.label)}</title>${body}${sign}</g>`;
    }),
    `<g text-anchor="middle" dominant-baseline="central" stroke="${xml(palette.paper)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...sheet.texts.map(({ text, at: spot, small, color }) => `<text x="${spot.x.toFixed(1)}" y="${spot.y.toFixed(1)}" font-size="${small ? SMALL : SIZE}" fill="${hex(color)}">${xml(text)}</text>`),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const at = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)},${y.toFixed(1)}`;

function mark(curve: Sheet['lines'][number]['curve'], palette: Palette): string {
  const x = (curve.from.x + 2 * curve.control.x + curve.to.x) / 4;
  const y = (curve.from.y + 2 * curve.control.y + curve.to.y) / 4;
  return `<path transform="translate(${at({ x, y })})" d="M0-6 6 0 0 6-6 0zM0-4V4" fill="${xml(palette.paper)}" stroke="${xml(palette.mark)}" stroke-width="1.6"/>`;
}

/** `rgba(…)` as programs that draw SVG 1.1 know it: the colour and the opacity apart. */
function hex(color: string): string {
  const parts = /^rgba\((\d+),(\d+),(\d+)/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : xml(color);
}

function opacity(color: string): string {
  return /,([\d.]+)\)$/.exec(color)?.[1] ?? '1';
}
