import type { Kind } from '../api/types';

export type Shape = 'person' | 'armed' | 'state' | 'coalition' | 'voice' | 'organization' | 'group' | 'place';

const SHAPES: Readonly<Record<string, Shape>> = {
  Person: 'person',
  ArmedGroup: 'armed',
  StateForce: 'armed',
  State: 'state',
  Coalition: 'coalition',
  Monitor: 'voice',
  MediaOutlet: 'voice',
  DescribedGroup: 'group',
  Organization: 'organization',
};

/** The sign for a class: that of the nearest class above that has one. Colours of the same names: `--kind-person` … */
export function shapeOf(kind: Kind, classes: readonly string[]): Shape {
  if (kind === 'place') return 'place';
  for (const name of classes) {
    const shape = SHAPES[name];
    if (shape) return shape;
  }
  return 'organization';
}

/** Their outlines, on a square of 16. */
export const PATHS: Readonly<Record<Shape, string>> = {
  person: 'M8 8.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.4-3.3 2.6-4.8 5.5-4.8s5.1 1.5 5.5 4.8z',
  armed: 'M8 1.5 13.5 3.5v4c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4z',
  state: 'M3.2 1.5h1.4v.8h8.9l-2 3.2 2 3.2H4.6v5.8H3.2z',
  coalition: 'M5.5 3a4 4 0 1 0 2.5 7.1A4 4 0 1 0 10.5 3 4 4 0 0 0 8 3.9 4 4 0 0 0 5.5 3z',
  voice: 'M2 6.2v3.6h2.6L9 13.3V2.7L4.6 6.2zM10.5 5.2c1.7 1.4 1.7 4.2 0 5.6zM12 3.2c3 2.4 3 7.2 0 9.6l-.700-.9c2.3-1.9 2.3-5.9 0-7.8z',
  organization: 'M2.5 14V6.5L8 2.5l5.5 4V14h-4v-3.5h-3V14z',
  group: 'M5 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM11 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1 13c.2-3 1.8-4.5 4-4.5 1.3 0 2.3.5 3 1.5.7-1 1.7-1.5 3-1.5 2.2 0 3.8 1.5 4 4.5z',
  place: 'M8 1.5a5 5 0 0 1 5 5C13 10 8 14.8 8 14.8S3 10 3 6.5a5 5 0 0 1 5-5zm0 3.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8z',
};

export function KindIcon({ shape, title }: { shape: Shape; title: string }) {
  return (
    <svg class={`kind kind-${shape}`} viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={title}>
      <title>{title}</title>
      <path d={PATHS[shape]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
