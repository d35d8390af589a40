const ROUNDS = 40;
const MARGIN = 14;

/** Moves nodes that overlap apart, in place; pinned ones stay. */
export function apart(spots: Float32Array, radii: Float32Array, pinned: Uint8Array): void {
  const widest = 2 * (radii.reduce((most, radius) => Math.max(most, radius), 1) + MARGIN);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!once(spots, radii, pinned, widest)) return;
  }
}

function once(spots: Float32Array, radii: Float32Array, pinned: Uint8Array, cell: number): boolean {
  const cells = new Map<string, number[]>();
  const count = radii.length;
  for (let index = 0; index < count; index += 1) {
    const key = keyOf(spots, index, cell, 0, 0);
    const inside = cells.get(key);
    if (inside) inside.push(index);
    else cells.set(key, [index]);
  }
  let moved = false;
  for (let one = 0; one < count; one += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const other of cells.get(keyOf(spots, one, cell, dx, dy)) ?? []) {
          if (other > one && push(spots, radii, pinned, one, other)) moved = true;
        }
      }
    }
  }
  return moved;
}

function keyOf(spots: Float32Array, index: number, cell: number, dx: number, dy: number): string {
  return `${Math.floor((spots[index * 2] ?? 0) / cell) + dx} ${Math.floor((spots[index * 2 + 1] ?? 0) / cell) + dy}`;
}

function push(spots: Float32Array, radii: Float32Array, pinned: Uint8Array, one: number, other: number): boolean {
  const still = pinned[one] === 1;
  const stillToo = pinned[other] === 1;
  if (still && stillToo) return false;
  const dx = (spots[other * 2] ?? 0) - (spots[one * 2] ?? 0);
  const dy = (spots[other * 2 + 1] ?? 0) - (spots[one * 2 + 1] ?? 0);
  const wanted = (radii[one] ?? 0) + (radii[other] ?? 0) + MARGIN;
  const distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  // Two nodes on one spot part along a line that their numbers choose, so that the outcome is the same every time.
  const angle = distance > 0.01 ? Math.atan2(dy, dx) : one + other * 0.7;
  const way = (wanted - distance) / (still || stillToo ? 1 : 2) + 0.01;
  const shift = (index: number, by: number) => {
    spots[index * 2] = (spots[index * 2] ?? 0) + by * Math.cos(angle);
    spots[index * 2 + 1] = (spots[index * 2 + 1] ?? 0) + by * Math.sin(angle);
  };
  if (!still) shift(one, -way);
  if (!stillToo) shift(other, way);
  return true;
}
