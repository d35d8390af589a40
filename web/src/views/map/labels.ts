/** Which names find room on the map: the first ones, as far as they do not cover each other. */

export interface Label {
  readonly text: string;
  /** Where the text begins or ends, or its middle. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const WIDE = 0.56;

/** Those of `labels` that are shown, in the same order; earlier ones take the room, and nothing covers what is `taken`. */
export function placed<L extends Label>(labels: readonly L[], width: number, height: number, taken: readonly Box[] = []): readonly L[] {
  const boxes = [...taken];
  return labels.filter((label) => {
    const box = boxOf(label);
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return false;
    if (boxes.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) return false;
    boxes.push(box);
    return true;
  });
}

/** What a label covers, by the width that letters have on average. */
export function boxOf({ text, x, y, anchor, size }: Label): Box {
  const length = text.length * size * WIDE;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
  return { left: left - 3, right: left + length + 3, top: y - size, bottom: y + size * 0.4 };
}
