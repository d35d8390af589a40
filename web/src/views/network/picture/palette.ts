import type { Shape } from '../../../shared/KindIcon';
import { SHAPES, type Tone } from './looks';

/** The colours of the theme, for what no style sheet reaches. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly focus: string;
  readonly mark: string;
  readonly path: string;
  readonly kinds: Readonly<Record<Shape, string>>;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly font: string;
}

/** Reads them where they hold: at the picture's own element. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return {
    paper: read('--net-paper', '#ffffff'),
    ink: read('--ink', '#16211f'),
    quiet: read('--ink-3', '#5a686d'),
    focus: read('--focus', '#0b6bcb'),
    mark: read('--net-mark', '#9a5b00'),
    path: read('--net-path', '#7a2a86'),
    kinds: Object.fromEntries(SHAPES.map((shape) => [shape, read(`--kind-${shape}`, '#46545a')])) as Record<Shape, string>,
    tones: {
      friendly: read('--net-friendly', '#0a6ea8'),
      hostile: read('--net-hostile', '#b8420f'),
      plain: read('--net-plain', '#5a686d'),
    },
    font: style.fontFamily || 'sans-serif',
  };
}

/** A colour of six digits with an opacity. */
export function faded(color: string, opacity: number): string {
  const [red, green, blue] = channels(color);
  return `rgba(${red},${green},${blue},${Math.round(opacity * 1000) / 1000})`;
}

/** The same as it looks on a ground, without opacity. */
export function blended(color: string, ground: string, opacity: number): string {
  const under = channels(ground);
  return `#${channels(color)
    .map((channel, index) => Math.round(channel * opacity + (under[index] ?? 0) * (1 - opacity)).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Red, green and blue of a colour in hexadecimal digits, from 0 to 255. */
export function channels(color: string): readonly [number, number, number] {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  const full = short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : color;
  const value = /^#[\da-f]{6}/i.test(full) ? Number.parseInt(full.slice(1, 7), 16) : 0x808080;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
