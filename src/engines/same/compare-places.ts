import { runOf } from './column.ts';
import { NOWHERE, type Corpus } from './corpus.ts';
import { ADDRESS, GEO, MISSING, type Evidence } from './evidence.ts';
import { distance, wordLikeness } from './likeness.ts';
import type { Rarity } from './rarity.ts';
import { holdersOf, textOf, usesOf, type Vocabulary } from './vocabulary.ts';

const [SAME, NEAR, STREET, PLACE, OTHER_TOWN, OTHER_NUMBER, OTHER_STREET, OTHER_PLACE] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;

/** Whether two records are in one town: 1 they are, -1 they are not, 0 nobody knows. */
type Nearness = -1 | 0 | 1;

export function addressLevel(corpus: Corpus, rarity: Rarity, a: number, b: number, evidence: Evidence): void {
  const { records } = corpus;
  const streetA = records.street.values[a] ?? -1;
  const streetB = records.street.values[b] ?? -1;
  const postcode = samePostcode(corpus, records.postcode.values[a] ?? -1, records.postcode.values[b] ?? -1);
  const place = samePlace(corpus, records.place.values[a] ?? -1, records.place.values[b] ?? -1);
  const isElsewhere = postcode === -1 ? place !== 1 : postcode === 0 && place === -1;
  if (streetA < 0 || streetB < 0) return townOnly(corpus, rarity, a, b, postcode, place, evidence);
  const isStreet = streetA === streetB || alike(corpus.streets, streetA, streetB);
  if (!isStreet)
    return set(evidence, isElsewhere ? OTHER_PLACE : OTHER_STREET, isElsewhere ? -7 : postcode === -1 ? -5 : -2.2);
  const numberA = records.number.values[a] ?? -1;
  const numberB = records.number.values[b] ?? -1;
  const likeness = streetA === streetB ? 1 : 0.8;
  if (numberA < 0 || numberB < 0) {
    const bits = isElsewhere ? -4 : 0.5 * Math.min(6, rarity.value(corpus.streets, streetA)) * likeness;
    return set(evidence, isElsewhere ? OTHER_TOWN : STREET, bits);
  }
  if (numberA !== numberB) {
    const isNear = digits(corpus, numberA) === digits(corpus, numberB);
    if (isElsewhere) return set(evidence, OTHER_PLACE, -7);
    return isNear ? set(evidence, NEAR, rarity.most * 0.4) : set(evidence, OTHER_NUMBER, -4.5);
  }
  const { among, holders } = sharers(corpus, a, b);
  const bits = rarity.shared(holders) + 0.5;
  if (!isElsewhere) return set(evidence, likeness === 1 ? SAME : NEAR, bits * likeness, among);
  // Quarter or town, old name or new: two places with different postcodes are more surely two.
  return set(evidence, OTHER_TOWN, postcode === -1 ? -2 : bits * 0.6, among);
}

function set(evidence: Evidence, level: number, bits: number, sharers = 0): void {
  evidence.level[ADDRESS] = level;
  evidence.bits[ADDRESS] = bits;
  evidence.sharers[ADDRESS] = sharers;
}

function townOnly(
  corpus: Corpus,
  rarity: Rarity,
  a: number,
  b: number,
  postcode: Nearness,
  place: Nearness,
  evidence: Evidence,
): void {
  const { records } = corpus;
  if (postcode === 1) {
    return set(evidence, PLACE, 0.5 * Math.min(7, rarity.value(corpus.postcodes, records.postcode.values[a] ?? 0)));
  }
  if (place === 1 && postcode === 0) {
    const uses = Math.min(
      usesOf(corpus.places, records.place.values[a] ?? 0),
      usesOf(corpus.places, records.place.values[b] ?? 0),
    );
    return set(evidence, PLACE, 0.35 * Math.min(7, rarity.shared(uses)));
  }
  if (place === 1) return set(evidence, PLACE, 0);
  if (place === -1 || postcode === -1) set(evidence, OTHER_PLACE, postcode === 0 || place === 0 ? -4 : -6);
}

interface Sharers {
  readonly among: number;
  readonly holders: number;
}

/** How many records have this address, and under how many names; the narrowest way in which both say it. */
function sharers(corpus: Corpus, a: number, b: number): Sharers {
  const { records } = corpus;
  const byPostcode = records.addressByPostcode.values[a] ?? -1;
  if (byPostcode >= 0 && byPostcode === records.addressByPostcode.values[b]) {
    return sharersOf(corpus.addressesByPostcode, byPostcode);
  }
  const byPlace = records.addressByPlace.values[a] ?? -1;
  if (byPlace >= 0 && byPlace === records.addressByPlace.values[b]) return sharersOf(corpus.addressesByPlace, byPlace);
  const bare = records.address.values[a] ?? -1;
  if (bare >= 0 && bare === records.address.values[b]) return sharersOf(corpus.addresses, bare);
  return { among: 2, holders: 2 };
}

function sharersOf(vocabulary: Vocabulary, address: number): Sharers {
  return { among: usesOf(vocabulary, address), holders: holdersOf(vocabulary, address) };
}

function samePostcode(corpus: Corpus, a: number, b: number): Nearness {
  if (a < 0 || b < 0) return 0;
  if (a === b) return 1;
  const { letters } = corpus.postcodes;
  return letters !== null && distance(runOf(letters, a), runOf(letters, b), 1) <= 1 ? 0 : -1;
}

export function samePlace(corpus: Corpus, a: number, b: number): Nearness {
  if (a < 0 || b < 0) return 0;
  if (a === b || alike(corpus.places, a, b)) return 1;
  // "Frankfurt" and "Frankfurt am Main"
  const wordsA = runOf(corpus.placeTokens, a);
  const wordsB = runOf(corpus.placeTokens, b);
  const [few, many] = wordsA.length < wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  return few.every((word) => many.includes(word)) ? 1 : -1;
}

function alike(vocabulary: Vocabulary, a: number, b: number): boolean {
  const { letters } = vocabulary;
  if (letters === null) return false;
  const wordA = runOf(letters, a);
  const wordB = runOf(letters, b);
  const shorter = Math.min(wordA.length, wordB.length);
  return wordLikeness(wordA, wordB) >= 0.7 || (shorter >= 10 && distance(wordA, wordB, 3) <= 3);
}

/** The number without its letter: 12 of "12a". */
function digits(corpus: Corpus, number: number): number {
  return Number.parseInt(textOf(corpus.numbers, number), 10);
}

/** Only where no street tells more. Metres on the sphere, flat for short ways. */
export function geoLevel(corpus: Corpus, a: number, b: number, evidence: Evidence): void {
  const { lat, lon } = corpus.records;
  const latA = lat.values[a] ?? NOWHERE;
  const latB = lat.values[b] ?? NOWHERE;
  if (latA === NOWHERE || latB === NOWHERE) return;
  const isWithStreet = evidence.level[ADDRESS] !== MISSING && evidence.level[ADDRESS] !== PLACE;
  if (isWithStreet) return;
  const north = (latA - latB) * 0.1113;
  const east = ((lon.values[a] ?? 0) - (lon.values[b] ?? 0)) * 0.1113 * Math.cos((latA / 1e6) * (Math.PI / 180));
  const metres = Math.hypot(north, east);
  const level = metres < 40 ? 0 : metres < 250 ? 1 : metres < 2500 ? 2 : 3;
  evidence.level[GEO] = level;
  evidence.bits[GEO] = [5, 3, 0.5, -4][level] ?? 0;
}
