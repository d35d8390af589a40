/** What part of the earth is seen: its middle in degrees, and how near, in powers of two; at 0 the earth is as wide as the picture. */

import { geoMercator, type GeoProjection } from 'd3-geo';

import type { Pull } from './pull';

export interface View {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export type Point = readonly [lon: number, lat: number];

const FARTHEST = 0;
const NEAREST = 9;
const NORTH = 80;
/** Nearer than this, one place alone would fill the picture with nothing. */
const CLOSEST_FIT = 5.5;

/** Reads `lon,lat,zoom` from an address; null for what is none. */
export function readView(text: string | null): View | null {
  const parts = text?.split(',').map(Number) ?? [];
  const [lon, lat, zoom] = parts;
  if (parts.length !== 3 || lon === undefined || lat === undefined || zoom === undefined || !parts.every(Number.isFinite)) return null;
  return bounded({ lon, lat, zoom });
}

export const writeView = ({ lon, lat, zoom }: View): string => `${lon.toFixed(3)},${lat.toFixed(3)},${zoom.toFixed(2)}`;

export function bounded({ lon, lat, zoom }: View): View {
  return {
    lon: ((((lon + 180) % 360) + 360) % 360) - 180,
    lat: Math.min(Math.max(lat, -NORTH), NORTH),
    zoom: Math.min(Math.max(zoom, FARTHEST), NEAREST),
  };
}

export function projectionOf(view: View, width: number, height: number): GeoProjection {
  // Turned about the pole, so that what lies round the middle is never cut at the date line.
  const turned = geoMercator().rotate([-view.lon, 0]);
  return turned
    .scale((width / (2 * Math.PI)) * 2 ** view.zoom)
    .center([0, view.lat])
    .translate([width / 2, height / 2])
    .clipExtent([
      [-8, -8],
      [width + 8, height + 8],
    ]);
}

/** The view in which all points are seen, with room round them; all the earth if there are none. */
export function fitted(points: readonly Point[], width: number, height: number): View {
  const [first] = points;
  if (!first || width <= 0 || height <= 0) return { lon: 20, lat: 25, zoom: FARTHEST };
  const lons = points.map(([lon]) => lon);
  const ys = points.map(([, lat]) => northing(lat));
  const [west, east] = [least(lons), greatest(lons)];
  const [south, north] = [least(ys), greatest(ys)];
  const room = 0.78;
  const across = (width * room) / Math.max(((east - west) * Math.PI) / 180, 1e-6);
  const up = (height * room) / Math.max(north - south, 1e-6);
  const zoom = Math.log2((Math.min(across, up) * 2 * Math.PI) / width);
  return bounded({ lon: (west + east) / 2, lat: latitude((south + north) / 2), zoom: Math.min(zoom, CLOSEST_FIT) });
}

/** Moved by so many pixels, as if the picture were pulled. */
export function moved(view: View, dx: number, dy: number, width: number): View {
  const scale = (width / (2 * Math.PI)) * 2 ** view.zoom;
  return bounded({ ...view, lon: view.lon - ((dx / scale) * 180) / Math.PI, lat: latitude(northing(view.lat) + dy / scale) });
}

/** Nearer or farther, so that the point of the picture under the pointer stays where it is. */
export function zoomed(view: View, by: number, width: number, height: number, [x, y]: readonly [number, number] = [width / 2, height / 2]): View {
  const next = bounded({ ...view, zoom: view.zoom + by });
  const factor = 2 ** (next.zoom - view.zoom);
  const [dx, dy] = [x - width / 2, y - height / 2];
  const middle = moved(view, -dx * (1 - 1 / factor), -dy * (1 - 1 / factor), width);
  return { ...middle, zoom: next.zoom };
}

/** What is seen after the map was pulled, and drawn larger or smaller by two fingers. */
export function seenAfter(view: View, { from, to, scale }: Pull, width: number, height: number): View {
  return zoomed(moved(view, to.x - from.x, to.y - from.y, width), Math.log2(Math.max(scale, 1e-3)), width, height, [to.x, to.y]);
}

const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (Math.min(Math.max(lat, -NORTH), NORTH) * Math.PI) / 360));
const latitude = (y: number): number => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
