import { middleOf } from './distance.ts';
import { COUNTRIES, type Country, type Place, type PlaceLevel, type Point } from './place.ts';

/** A postcode at a place, and where its middle is. */
export interface Spot extends Point {
  readonly postcode: string;
}

/** A district or village of a Gemeinde: it has a name and postcodes, and no id of its own. */
export interface Part {
  readonly name: string;
  readonly spots: readonly Spot[];
}

/** A place with what is inside it. Only a Gemeinde has spots and parts. */
export interface Entry {
  readonly place: Place;
  readonly country: Country;
  readonly spots: readonly Spot[];
  readonly parts: readonly Part[];
  readonly children: readonly Entry[];
}

interface Draft {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly parent: string | null;
  readonly spots: readonly Spot[];
  readonly parts: Part[];
  readonly children: Draft[];
}

/**
 * Reads one file of the gazetteer: lines of `C` country, `L` Land, `K` Kreis, `G` Gemeinde, `P` part
 * of the Gemeinde above, cells between tabs. Answers the country, with everything inside it.
 */
export function readTable(text: string): Entry {
  let top: Draft | null = null;
  let land: Draft | null = null;
  let kreis: Draft | null = null;
  let gemeinde: Draft | null = null;
  for (const line of text.split('\n')) {
    const [kind, first = '', second = '', third = ''] = line.split('\t');
    if (kind === 'P') gemeinde?.parts.push({ name: first, spots: spotsOf(second) });
    else if (kind === 'G') gemeinde = inside(kreis ?? land ?? top, top, 'gemeinde', first, second, spotsOf(third));
    else if (kind === 'K') kreis = inside(land ?? top, top, 'kreis', first, second, []);
    else if (kind === 'L') {
      land = inside(top, top, 'land', first, second, []);
      kreis = null;
    } else if (kind === 'C')
      top = { id: first, level: 'country', name: second, parent: null, spots: [], parts: [], children: [] };
  }
  if (top === null) throw new Error('A table of the gazetteer names its country in a line "C".');
  const country = COUNTRIES.find((code) => code === top?.id);
  if (country === undefined) throw new Error(`The gazetteer does not know the country "${top.id}".`);
  return settle(top, country);
}

function inside(
  above: Draft | null,
  country: Draft | null,
  level: PlaceLevel,
  tail: string,
  name: string,
  spots: readonly Spot[],
): Draft | null {
  if (above === null || country === null) return null;
  const id = tail.startsWith('-') ? above.id + tail : `${country.id}-${tail}`;
  const draft: Draft = { id, level, name, parent: above.id, spots, parts: [], children: [] };
  above.children.push(draft);
  return draft;
}

function settle(draft: Draft, country: Country): Entry {
  const children = draft.children.map((child) => settle(child, country));
  const inner = draft.parts.length === 0 ? draft.spots : [...draft.spots, ...draft.parts.flatMap((part) => part.spots)];
  const own = draft.spots.length > 0 ? draft.spots : inner;
  const middle = middleOf(own.length > 0 ? own : children.map((child) => child.place));
  const place: Place = {
    id: draft.id,
    level: draft.level,
    name: draft.name,
    parent: draft.parent,
    lat: middle.lat,
    lon: middle.lon,
    postcodes: postcodesOf(inner),
  };
  return { place, country, spots: draft.spots, parts: draft.parts, children };
}

function postcodesOf(spots: readonly Spot[]): readonly string[] {
  const only = spots[0];
  if (only !== undefined && spots.length === 1) return [only.postcode];
  return [...new Set(spots.map((spot) => spot.postcode))].toSorted();
}

/** `09111,50835,12922 09112,…`: postcode and thousandths of a degree. */
function spotsOf(cell: string): Spot[] {
  if (cell === '') return [];
  return cell.split(' ').map((spot) => {
    const [postcode = '', lat = '', lon = ''] = spot.split(',');
    return { postcode, lat: Number(lat) / 1000, lon: Number(lon) / 1000 };
  });
}
