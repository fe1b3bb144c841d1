import MiniSearch from 'minisearch';
import { openGazetteer, rhoenauTable, type Point } from '../src/areas/places/index.ts';
import type { Organisation } from '../src/engines/rhoenau/index.ts';
import { idFor } from '../src/plain/ids.ts';
import { fold } from '../src/plain/text.ts';
import type { Asked } from './finder-queries.ts';

/** The peer in memory: MiniSearch with prefixes and typos on texts that are folded as ours, filtered and counted over its hits. */
export function openMini(organisations: readonly Organisation[]): (one: Asked) => readonly string[] {
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const centreOf = (place: string) => gazetteer.centreOf(place);
  const mini = new MiniSearch<{
    id: string;
    name: string;
    text: string;
    codes: readonly string[];
    lat: number;
    lon: number;
  }>({
    fields: ['name', 'text'],
    storeFields: ['codes', 'lat', 'lon'],
  });
  mini.addAll(
    organisations.map((one) => {
      const text = (field: string) =>
        (one.facts[field] ?? [])
          .map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
          .join(' ');
      const place = one.facts['place']?.[0]?.value;
      const id = place !== null && typeof place === 'object' && 'place' in place ? String(place.place) : '';
      const centre = centreOf(id) ?? { lat: 0, lon: 0 };
      return {
        id: idFor(one.id),
        name: fold(text('name')),
        text: fold(`${text('description')} ${text('topics')} ${text('languages')}`),
        codes: codes(one),
        ...centre,
      };
    }),
  );
  return (one) => {
    const hits = mini
      .search(one.words === '' ? MiniSearch.wildcard : one.words, {
        prefix: true,
        fuzzy: 0.2,
        combineWith: 'AND',
        boost: { name: 3 },
      })
      .filter(
        (hit) =>
          one.codes.every((code) => hit['codes'].includes(code)) &&
          (one.near === null || isNear(hit['lat'], hit['lon'], one.near, centreOf(one.near.place))),
      );
    const counts = new Map<string, number>();
    for (const hit of hits) for (const code of hit['codes']) counts.set(code, (counts.get(code) ?? 0) + 1);
    return hits.slice(0, 10).map(({ id }) => String(id));
  };
}

function codes(one: Organisation): readonly string[] {
  const list = (field: string) =>
    (one.facts[field] ?? []).flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : []));
  return [
    ...list('fieldsOfAction').map((field) => `field:${field}`),
    ...list('languages').map((tag) => `language:${tag}`),
  ];
}

function isNear(lat: number, lon: number, near: NonNullable<Asked['near']>, centre: Point | null): boolean {
  if (centre === null) return false;
  return (
    Math.hypot((lat - centre.lat) * 111.2, (lon - centre.lon) * 111.2 * Math.cos((lat * Math.PI) / 180)) <= near.km
  );
}
