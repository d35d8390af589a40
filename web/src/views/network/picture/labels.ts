/** Chooses which labels are written, and where, so that none lies on another or on a node. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Wish {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** How far from the point the text must stay. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Written whatever lies under it. */
  readonly must: boolean;
}

/** Where a label is written: the middle of its text. */
export interface Written {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

const GAP = 3;
const CELL = 64;

/** Takes wishes in their order and writes each at the first free side of its point: below, above, right, left. */
export function placeLabels(wishes: readonly Wish[], taken: readonly Box[] = []): readonly Written[] {
  const grid = new Taken();
  for (const box of taken) grid.take(box);
  const written: Written[] = [];
  for (const wish of wishes) {
    const places = sides(wish);
    const free = places.find((place) => grid.isFree(boxOf(wish, place))) ?? (wish.must ? places[0] : undefined);
    if (!free) continue;
    grid.take(boxOf(wish, free));
    written.push({ key: wish.key, ...free });
  }
  return written;
}

function sides({ x, y, radius, width, height }: Wish): readonly { x: number; y: number }[] {
  const up = radius + GAP + height / 2;
  const out = radius + GAP + width / 2;
  return [{ x, y: y + up }, { x, y: y - up }, { x: x + out, y }, { x: x - out, y }];
}

function boxOf({ width, height }: Wish, { x, y }: { x: number; y: number }): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Boxes by the cells that they touch. */
class Taken {
  private readonly cells = new Map<string, Box[]>();

  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const inside = this.cells.get(cell);
      if (inside) inside.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) => (this.cells.get(cell) ?? []).every((other) => !overlap(box, other)));
  }
}

function cellsOf(box: Box): readonly string[] {
  const cells: string[] = [];
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) cells.push(`${x} ${y}`);
  }
  return cells;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
