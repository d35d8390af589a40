/** The background: countries of Natural Earth at 1:50 million, from a file that comes with the page. */

import type { Feature, FeatureCollection, Geometry, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';

import { send } from '../../api/client';
import { language } from '../../i18n/language';

export interface Land {
  readonly countries: FeatureCollection<Geometry, { readonly name: string }>;
  readonly borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

let fetched: Promise<Land> | null = null;

/** Fetched once; a failure may be tried again. */
export function land(): Promise<Land> {
  fetched ??= load().catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

async function load(): Promise<Land> {
  const response = await send(address, {});
  if (!response.ok) throw new Error(response.statusText);
  const atlas = (await response.json()) as Atlas;
  return {
    countries: feature(atlas, atlas.objects.countries),
    borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
  };
}

/** What has no number there, in Arabic. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  'N. Cyprus': 'شمال قبرص', Somaliland: 'أرض الصومال', Kosovo: 'كوسوفو', 'Siachen Glacier': 'نهر سياتشن الجليدي',
};

/** A country's name in the reader's language, from its number in ISO 3166; the atlas has English ones alone. */
export function countryName({ id, properties }: Feature<Geometry, { readonly name: string }>): string {
  if (language.value === 'en') return properties.name;
  if (typeof id !== 'string' || !/^\d{3}$/.test(id)) return UNNUMBERED[properties.name] ?? properties.name;
  try {
    // The number is an alias of the region's letters.
    const region = new Intl.Locale(`und-${id}`).region ?? id;
    const name = new Intl.DisplayNames([language.value], { type: 'region' }).of(region);
    return name === undefined || name === region ? properties.name : name;
  } catch {
    return properties.name;
  }
}
