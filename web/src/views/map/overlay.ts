/** Reads a reader's own GeoJSON (RFC 7946). Nothing in it is trusted. */

import { geoArea } from 'd3-geo';
import type { Feature, Geometry, Polygon, Position } from 'geojson';

export interface Overlay {
  readonly name: string;
  readonly features: readonly { readonly name: string | null; readonly geometry: Geometry }[];
}

export type Fault = 'tooLarge' | 'noJson' | 'noGeoJson' | 'badCoordinates' | 'tooMany';

export class OverlayError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

export const LARGEST = 20_000_000;
const MOST_POINTS = 500_000;
/** How deep coordinates lie in the lists of each geometry. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([['Point', 0], ['MultiPoint', 1], ['LineString', 1], ['MultiLineString', 2], ['Polygon', 2], ['MultiPolygon', 3]]);

/** The features in `text`. Throws an `OverlayError` that says why there are none. */
export function readOverlay(name: string, text: string): Overlay {
  if (text.length > LARGEST) throw new OverlayError('tooLarge');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new OverlayError('noJson');
  }
  const count = { points: 0 };
  const features = featuresIn(body).flatMap((feature) =>
    geometriesIn(feature.geometry).map((geometry) => ({ name: nameOf(feature.properties), geometry: checked(geometry, count) })),
  );
  if (!features.length) throw new OverlayError('noGeoJson');
  return { name, features };
}

function featuresIn(body: unknown): readonly { geometry: unknown; properties: unknown }[] {
  if (!isObject(body)) return [];
  if (body.type === 'FeatureCollection') return Array.isArray(body.features) ? body.features.flatMap(featuresOf) : [];
  return featuresOf(body);
}

function featuresOf(one: unknown): readonly { geometry: unknown; properties: unknown }[] {
  if (!isObject(one)) return [];
  if (one.type === 'Feature') return [{ geometry: one.geometry, properties: one.properties }];
  return [{ geometry: one, properties: null }];
}

function geometriesIn(geometry: unknown): readonly Record<string, unknown>[] {
  if (!isObject(geometry)) return [];
  if (geometry.type !== 'GeometryCollection') return DEPTHS.has(geometry.type) ? [geometry] : [];
  // A collection in a collection is against the advice of RFC 7946; it is left out.
  const parts: readonly unknown[] = Array.isArray(geometry.geometries) ? geometry.geometries : [];
  return parts.filter((one): one is Record<string, unknown> => isObject(one) && DEPTHS.has(one.type));
}

function checked({ type, coordinates }: Record<string, unknown>, count: { points: number }): Geometry {
  const depth = DEPTHS.get(type) ?? 0;
  check(coordinates, depth, count);
  const geometry = { type, coordinates } as unknown as Geometry;
  if (geometry.type === 'Polygon') return wound(geometry);
  if (geometry.type === 'MultiPolygon')
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((one) => wound({ type: 'Polygon', coordinates: one }).coordinates) };
  return geometry;
}

function check(part: unknown, depth: number, count: { points: number }): void {
  if (!Array.isArray(part)) throw new OverlayError('badCoordinates');
  if (depth > 0) {
    for (const one of part) check(one, depth - 1, count);
    return;
  }
  const [lon, lat] = part as unknown[];
  if (!isDegrees(lon, 180) || !isDegrees(lat, 90)) throw new OverlayError('badCoordinates');
  count.points += 1;
  if (count.points > MOST_POINTS) throw new OverlayError('tooMany');
}

/** Rings the way round that d3-geo takes for the inside: of the two areas that a ring bounds, the smaller one is meant. */
function wound(polygon: Polygon): Polygon {
  const turned = (ring: Position[], hole: boolean): Position[] => {
    const large = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
    return large === hole ? ring : [...ring].reverse();
  };
  return { type: 'Polygon', coordinates: polygon.coordinates.map((ring, index) => turned(ring, index > 0)) };
}

function nameOf(properties: unknown): string | null {
  if (!isObject(properties)) return null;
  const found = [properties.name, properties.NAME, properties.title].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof found === 'string' ? found.slice(0, 200) : null;
}

export const asFeature = (geometry: Geometry): Feature => ({ type: 'Feature', geometry, properties: null });

const isDegrees = (value: unknown, most: number): boolean => typeof value === 'number' && Math.abs(value) <= most;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
