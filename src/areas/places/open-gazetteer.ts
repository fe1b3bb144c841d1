import { middleOf } from './distance.ts';
import { nameKeys } from './name-key.ts';
import type { Place, PlaceAnswer, PlaceQuestion, Point } from './place.ts';
import type { Entry } from './read-table.ts';
import { resolvePlace } from './resolve-place.ts';
import { fillShelves } from './shelves.ts';
import { cardsOf, suggest } from './suggest-places.ts';

/** The places of Germany, Austria, Switzerland and Liechtenstein. After the first question everything is in memory. */
export interface Gazetteer {
  resolvePlace(question: PlaceQuestion): PlaceAnswer;
  place(id: string): Place | null;
  /** From the parent up to the country. */
  ancestors(id: string): Place[];
  /** One level below, by name. */
  children(id: string): Place[];
  /** The place itself and everything below it. */
  placesWithin(id: string): Place[];
  /** The middle of a place, or of what has this postcode in it; null when the place is unknown. */
  centreOf(id: string, postcode?: string | null): Point | null;
  /** Places whose name, or postcode, begins so; at most `limit`. */
  suggestPlaces(prefix: string, limit: number): Place[];
}

/**
 * Opens the gazetteer. It reads its tables at the first question, once.
 *
 * @param options.extra further tables in the format of the gazetteer, for example `rhoenauTable()`
 * @example
 * const gazetteer = openGazetteer();
 * gazetteer.resolvePlace({ text: 'Chemnitz, 9116' }); // found: Chemnitz, 09116, with a reason
 */
export function openGazetteer(options: { readonly extra?: readonly string[] } = {}): Gazetteer {
  let loaded: ReturnType<typeof fillShelves> | null = null;
  let cards: ReturnType<typeof cardsOf> | null = null;
  const shelves = (): ReturnType<typeof fillShelves> => (loaded ??= fillShelves(options.extra ?? []));
  const entry = (id: string): Entry | null => shelves().byId.get(id) ?? null;
  const inside = (id: string): Entry[] => (entry(id)?.children ?? []).flatMap((child) => entry(child.place.id) ?? []);
  const within = (id: string): Entry[] => inside(id).flatMap((child) => [child, ...within(child.place.id)]);

  return {
    resolvePlace: (question) => resolvePlace(shelves(), question),
    place: (id) => entry(id)?.place ?? null,
    ancestors(id) {
      const found: Place[] = [];
      for (let at = entry(entry(id)?.place.parent ?? ''); at !== null; at = entry(at.place.parent ?? ''))
        found.push(at.place);
      return found;
    },
    children: (id) =>
      inside(id)
        .map((child) => child.place)
        .toSorted(byName),
    placesWithin: (id) => [entry(id)?.place ?? [], within(id).map((one) => one.place)].flat(),
    centreOf(id, postcode = null) {
      const found = entry(id);
      if (found === null) return null;
      const spots = [...found.spots, ...found.parts.flatMap((part) => part.spots)].filter(
        (spot) => spot.postcode === postcode,
      );
      return spots.length > 0 ? middleOf(spots) : { lat: found.place.lat, lon: found.place.lon };
    },
    suggestPlaces(prefix, limit) {
      const digits = prefix.trim();
      if (/^\d{2,5}$/.test(digits)) return byDigits(digits, limit);
      cards ??= cardsOf(shelves());
      return suggest(cards, nameKeys(prefix), limit);
    },
  };

  function byDigits(digits: string, limit: number): Place[] {
    const found = new Set<Place>();
    for (const [postcode, entries] of shelves().byPostcode) {
      if (postcode.startsWith(digits)) for (const one of entries) found.add(one.place);
    }
    return [...found].toSorted((a, b) => b.postcodes.length - a.postcodes.length || byName(a, b)).slice(0, limit);
  }
}

const COLLATOR = new Intl.Collator('de');

function byName(a: Place, b: Place): number {
  return COLLATOR.compare(a.name, b.name);
}
