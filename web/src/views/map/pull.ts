/** What fingers, or the mouse, do to the map while they are on it. */

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a finger came down, and where it is. */
export interface Finger {
  readonly from: Place;
  readonly to: Place;
}

/** The point that is held, where it is taken to, and how much larger the map becomes round it. */
export interface Pull {
  readonly from: Place;
  readonly to: Place;
  readonly scale: number;
}

export function pulled(fingers: ReadonlyMap<number, Finger>): Pull | null {
  const [one, other] = [...fingers.values()];
  if (!one) return null;
  if (!other) return { from: one.from, to: one.to, scale: 1 };
  const spread = Math.hypot(one.from.x - other.from.x, one.from.y - other.from.y);
  return {
    from: middle(one.from, other.from),
    to: middle(one.to, other.to),
    scale: spread > 0 ? Math.hypot(one.to.x - other.to.x, one.to.y - other.to.y) / spread : 1,
  };
}

const middle = (one: Place, other: Place): Place => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
