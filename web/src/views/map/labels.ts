/** Which names find room on the map: the first ones, as far as they do not cover each other. */

export interface Label {
  readonly text: string;
  /** Where the text begins or ends, or its middle. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
}

const WIDE = 0.56;

/** Those of `labels` that are shown, in the same order; earlier ones take the room. */
export function placed<L extends Label>(labels: readonly L[], width: number, height: number): readonly L[] {
  const boxes: { left: number; right: number; top: number; bottom: number }[] = [];
  return labels.filter(({ text, x, y, anchor, size }) => {
    const length = text.length * size * WIDE;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
    const box = { left: left - 3, right: left + length + 3, top: y - size, bottom: y + size * 0.4 };
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return false;
    if (boxes.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) return false;
    boxes.push(box);
    return true;
  });
}
