import { PLAIN } from './name-key.ts';
import type { Place } from './place.ts';
import type { Shelves } from './shelves.ts';

interface Card {
  readonly key: string;
  readonly place: Place;
}

const LEVELS = ['gemeinde', 'kreis', 'land', 'country'];

/** All names of Gemeinden, Kreise and Länder in the order of their keys, for looking up beginnings. */
export function cardsOf(shelves: Shelves): readonly Card[] {
  return [...shelves.whole, ...shelves.areas]
    .flatMap(([key, named]) => named.map(({ entry }) => ({ key: key.replace(PLAIN, ''), place: entry.place })))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Places whose name begins so: the exact name first, then large before small. */
export function suggest(cards: readonly Card[], keys: readonly string[], limit: number): Place[] {
  const found = keys.flatMap((key) => beginningWith(cards, key));
  const exact = new Set(found.filter((card) => keys.includes(card.key)).map((card) => card.place));
  return [...new Set(found.map((card) => card.place))]
    .toSorted(
      (a, b) =>
        Number(exact.has(b)) - Number(exact.has(a)) ||
        rank(a) - rank(b) ||
        b.postcodes.length - a.postcodes.length ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    .slice(0, limit);
}

function beginningWith(cards: readonly Card[], key: string): Card[] {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cards[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  const found: Card[] = [];
  for (let at = low; cards[at]?.key.startsWith(key); at += 1) {
    const card = cards[at];
    if (card !== undefined) found.push(card);
  }
  return found;
}

function rank(place: Place): number {
  return LEVELS.indexOf(place.level);
}
