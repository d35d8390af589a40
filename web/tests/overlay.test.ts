import { geoContains } from 'd3-geo';
import { expect, test } from 'vitest';

import { OverlayError, readOverlay } from '../src/views/map/overlay';

const square = [[[36, 36], [38, 36], [38, 37], [36, 37], [36, 36]]];
const read = (body: unknown) => readOverlay('own.geojson', JSON.stringify(body));

test('features, geometries and collections are read', () => {
  const overlay = read({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { name: '<b>Front</b>' }, geometry: { type: 'LineString', coordinates: [[36, 36], [37, 37]] } },
      { type: 'Feature', properties: null, geometry: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [36, 36, 700] }] } },
      { type: 'Feature', properties: {}, geometry: null },
    ],
  });
  expect(overlay.features.map(({ name, geometry }) => [name, geometry.type])).toEqual([['<b>Front</b>', 'LineString'], [null, 'Point']]);
  expect(read({ type: 'Point', coordinates: [36, 36] }).features).toHaveLength(1);
});

test('an area is the inside of its ring, whichever way round it is written', () => {
  for (const ring of [square[0] ?? [], [...(square[0] ?? [])].reverse()]) {
    const [feature] = read({ type: 'Polygon', coordinates: [ring] }).features;
    expect(feature && geoContains({ type: 'Feature', properties: null, geometry: feature.geometry }, [37, 36.5])).toBe(true);
    expect(feature && geoContains({ type: 'Feature', properties: null, geometry: feature.geometry }, [0, 0])).toBe(false);
  }
});

test.each([
  ['noJson', '{"type": "Point", '],
  ['noGeoJson', '{}'],
  ['noGeoJson', '[1, 2]'],
  ['noGeoJson', '{"type": "FeatureCollection", "features": []}'],
  ['noGeoJson', '{"type": "constructor", "coordinates": []}'],
  ['badCoordinates', '{"type": "Point", "coordinates": [4000000, 3600000]}'],
  ['badCoordinates', '{"type": "Point", "coordinates": ["36", "37"]}'],
  ['badCoordinates', '{"type": "Polygon", "coordinates": [[36, 37]]}'],
  ['badCoordinates', '{"type": "LineString", "coordinates": null}'],
  ['tooLarge', ' '.repeat(20_000_001)],
])('what cannot be drawn is told: %s', (fault, text) => {
  expect(() => readOverlay('x', text)).toThrow(expect.objectContaining({ fault }) as OverlayError);
});
