import { placeKey, type Gazetteer } from '../places/index.ts';
import { isRowKey } from './key.ts';
import type { ListCountry } from './list.ts';
import type { PlaceAsked } from './tables.ts';

/** A place that is asked about once, however the list writes it. */
export interface PlaceQuestion {
  /** As the list writes it, the most frequent one first. */
  readonly spellings: readonly [string, ...string[]];
  readonly choices: readonly string[];
  readonly rows: number;
}

/** What is the same to the gazetteer, and may be the same places, is one question; in the order of how many rows it is about. */
export function questionsOf(
  asked: readonly (PlaceAsked & { readonly rows: number })[],
  country: ListCountry,
): readonly PlaceQuestion[] {
  const alike = Map.groupBy(asked, ({ place, choices }) => [placeKey(place, country), ...choices].join(' '));
  return [...alike.values()]
    .flatMap(([first, ...others]): PlaceQuestion[] => {
      if (first === undefined) return [];
      const rows = others.reduce((sum, other) => sum + other.rows, first.rows);
      return [{ spellings: [first.place, ...others.map(({ place }) => place)], choices: first.choices, rows }];
    })
    .toSorted((one, other) => other.rows - one.rows);
}

/** Answers about places by the form in which spellings meet; where they differ, each spelling has to be asked. */
export function answersAlike(
  answers: ReadonlyMap<string, string>,
  { gazetteer, country }: { readonly gazetteer: Gazetteer; readonly country: ListCountry },
): ReadonlyMap<string, string> {
  const places = [...answers].filter(
    ([asked, meant]) => !isRowKey(asked) && (meant === '' || gazetteer.place(meant) !== null),
  );
  const alike = Map.groupBy(places, ([asked]) => placeKey(asked, country));
  return new Map(
    [...alike].flatMap(([key, all]): [string, string][] => {
      const [meant, ...others] = new Set(all.map(([, each]) => each));
      return meant === undefined || others.length > 0 ? [] : [[key, meant]];
    }),
  );
}
