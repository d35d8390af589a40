import { places, type Narrowing } from '../../api/calls';
import type { PlaceWithEvents } from '../../api/types';

const STEP = 500;
const MOST = 3000;

export interface Places {
  readonly items: readonly PlaceWithEvents[];
  readonly total: number;
}

/** All places, as far as a map can show them. */
export async function everyPlace(of: { entity?: string }, narrowing: Narrowing, signal: AbortSignal): Promise<Places> {
  const items: PlaceWithEvents[] = [];
  for (;;) {
    const page = await places(of, narrowing, { offset: items.length, limit: STEP }, signal);
    items.push(...page.items);
    if (!page.items.length || items.length >= Math.min(page.total, MOST)) return { items, total: page.total };
  }
}
