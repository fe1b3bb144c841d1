import { compareNames, newNameMatch, WITHIN, type NameMatch } from './compare-names.ts';
import { runOf } from './column.ts';
import type { Corpus } from './corpus.ts';
import { ADDRESS, CARRIER, GEO, KIND, LEGAL, MAIL, MISSING, NAME, PHONE, SITE, type Evidence } from './evidence.ts';
import type { Outcome } from './item.ts';
import type { Rarity } from './rarity.ts';

const carried = newNameMatch();
const where = { a: -1, b: -1, isOneTown: false };
const OTHER_TOWN = 4;
const OTHER_PLACE = 7;

/**
 * What two records are to each other when they are not the same. One is a part of the other when the other carries
 * it, or when its name holds the other's name and they are reached the same way (branch, facility, member). Two
 * facilities of one carrier are not parts of each other. Who only shares the house shares the place.
 */
export function relationOf(
  corpus: Corpus,
  rarity: Rarity,
  a: number,
  b: number,
  evidence: Evidence,
  name: NameMatch,
): Exclude<Outcome, 'same'> {
  const isHere = evidence.level[ADDRESS] === 0 || evidence.level[GEO] === 0;
  const otherwise = isHere ? 'place' : 'different';
  const isReached = REACH.some((way) => (evidence.bits[way] ?? 0) >= LEAST_REACH);
  const address = evidence.level[ADDRESS] ?? MISSING;
  const isElsewhere = address === OTHER_TOWN || address === OTHER_PLACE;
  if (isReached || !isElsewhere) {
    if (isCarriedBy(corpus, rarity, a, b, isReached) || isCarriedBy(corpus, rarity, b, a, isReached)) return 'part';
  }
  // Two doors of one carrier.
  if (evidence.level[CARRIER] === 0 && (evidence.level[NAME] ?? MISSING) < WITHIN) return otherwise;
  if (evidence.level[KIND] === 1 || evidence.level[CARRIER] === 1) return otherwise;
  if ((evidence.level[NAME] ?? MISSING) > WITHIN || isOffer(corpus, a)) return otherwise;
  // A facility is called after its carrier and its town, wherever the carrier is.
  const isFacility = name.level === WITHIN && name.isUnit && name.shared >= RARE * rarity.most;
  if (isFacility && (isReached || !isElsewhere)) return 'part';
  if (name.isConflict || name.bits < LEAST_NAME) return otherwise;
  const isSister = evidence.level[LEGAL] === 1 && isHere;
  return isReached || isSister || (isHere && name.level === WITHIN && name.shared >= RARE * rarity.most)
    ? 'part'
    : otherwise;
}

const LEAST_NAME = 2;
/** A host or an exchange that half the town has says nothing. */
const LEAST_REACH = 2;
const REACH = [PHONE, MAIL, SITE];
/** Of the bits that single out one name. */
const RARE = 0.8;
const OFFER = 1;

function isOffer(corpus: Corpus, record: number): boolean {
  return corpus.records.kind.values[record] === OFFER;
}

/** Whether `one` says that it is carried by somebody who is called like `other`. */
function isCarriedBy(corpus: Corpus, rarity: Rarity, one: number, other: number, isReached: boolean): boolean {
  const { records } = corpus;
  const carrier = records.carrier.values[one] ?? -1;
  // In a list of offers whoever carries some of them may have a row too: one that nobody carries.
  if (carrier < 0 || (isOffer(corpus, other) && (records.carrier.values[other] ?? -1) >= 0)) return false;
  where.a = records.place.values[one] ?? -1;
  where.b = records.place.values[other] ?? -1;
  for (const name of runOf(records.names, other)) {
    compareNames(corpus, rarity, carrier, name, where, carried);
    if (carried.isConflict || carried.bits < LEAST_NAME || isOtherForm(corpus, carrier, name)) continue;
    const isRare = isReached || carried.shared >= RARE * rarity.most;
    if (carried.level < WITHIN || (carried.level === WITHIN && !carried.isUnit && isRare)) return true;
  }
  return false;
}

/** The company that an association founded carries its own offers. */
function isOtherForm({ names }: Corpus, a: number, b: number): boolean {
  const legalA = names.legal.values[a] ?? -1;
  const legalB = names.legal.values[b] ?? -1;
  return legalA >= 0 && legalB >= 0 && legalA !== legalB;
}
