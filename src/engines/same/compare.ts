import { runOf, type Runs } from './column.ts';
import { compareNames, newNameMatch, PARTLY, WITHIN, type NameMatch } from './compare-names.ts';
import { addressLevel, geoLevel, samePlace } from './compare-places.ts';
import type { Corpus } from './corpus.ts';
import {
  CARRIER,
  FACILITY,
  FIRST_FIELD,
  KIND,
  LEGAL,
  limit,
  MAIL,
  MISSING,
  MORE_WORDS,
  NAME,
  OTHER_CARRIER,
  OTHER_KIND,
  OTHER_WORDS,
  PHONE,
  SITE,
  SOURCE,
  TIMES,
  type Evidence,
} from './evidence.ts';
import { compareCourses } from './parallel.ts';
import { distance, wordLikeness } from './likeness.ts';
import { SELDOM_AT } from './sessions.ts';
import type { Rarity } from './rarity.ts';
import { holdersOf, sizeOf, usesOf, type Vocabulary } from './vocabulary.ts';

const name = newNameMatch();
const other = newNameMatch();
const where = { a: -1, b: -1, isOneTown: false };

/**
 * Holds two records against each other and writes level and bits of every comparator into `evidence`.
 * Gives what their names have in common (one object, used again by the next call).
 */
export function compareRecords(corpus: Corpus, rarity: Rarity, a: number, b: number, evidence: Evidence): NameMatch {
  evidence.level.fill(MISSING);
  evidence.bits.fill(0);
  evidence.sharers.fill(0);
  compareWho(corpus, rarity, a, b, evidence);
  const { records, names } = corpus;
  addressLevel(corpus, rarity, a, b, evidence);
  geoLevel(corpus, a, b, evidence);
  phones(corpus, rarity, runOf(records.phones, a), runOf(records.phones, b), evidence);
  const mail = sharedValue(corpus.mails, records.mails, a, b);
  if (mail >= 0) set(evidence, MAIL, 0, rarity.shared(holdersOf(corpus.mails, mail)) + 0.5, usesOf(corpus.mails, mail));
  else if (mail === NOT_SHARED) set(evidence, MAIL, 1, -0.7);
  sites(corpus, rarity, a, b, evidence);
  const sourceA = records.source.values[a];
  if (sizeOf(corpus.sources) > 1) {
    const isSame = sourceA === records.source.values[b];
    // The same name twice in one list is a row too many; two names that resemble each other are two.
    const isRepeated = name.a >= 0 && names.key.values[name.a] === names.key.values[name.b];
    set(evidence, SOURCE, isSame ? 1 : 0, isSame ? (isRepeated ? -1 : -3) : 0);
  }
  fields(corpus, rarity, a, b, evidence);
  compareCourses(corpus, a, b, evidence);
  return name;
}

function set(evidence: Evidence, comparator: number, level: number, bits: number, sharers = 0): void {
  evidence.level[comparator] = level;
  evidence.bits[comparator] = bits;
  evidence.sharers[comparator] = sharers;
}

function compareWho(corpus: Corpus, rarity: Rarity, a: number, b: number, evidence: Evidence): void {
  const { records, names } = corpus;
  const postcode = records.postcode.values[a] ?? -1;
  where.a = records.place.values[a] ?? -1;
  where.b = records.place.values[b] ?? -1;
  const isPostcode = postcode >= 0 && postcode === records.postcode.values[b];
  where.isOneTown = isPostcode || samePlace(corpus, where.a, where.b) === 1;
  name.bits = -Infinity;
  name.a = -1;
  for (const nameA of runOf(records.names, a)) {
    for (const nameB of runOf(records.names, b)) {
      compareNames(corpus, rarity, nameA, nameB, where, other);
      if (other.bits > name.bits) Object.assign(name, other);
    }
  }
  if (name.a >= 0) {
    set(evidence, NAME, name.level, name.bits);
    limitByName(evidence);
    const legalA = names.legal.values[name.a] ?? -1;
    const legalB = names.legal.values[name.b] ?? -1;
    if (legalA >= 0 && legalB >= 0) set(evidence, LEGAL, legalA === legalB ? 0 : 1, legalA === legalB ? 0.7 : -2.5);
  }
  const kindA = records.kind.values[a] ?? -1;
  const kindB = records.kind.values[b] ?? -1;
  if (kindA >= 0 && kindB >= 0) set(evidence, KIND, kindA === kindB ? 0 : 1, kindA === kindB ? 0 : -10);
  if (kindA >= 0 && kindB >= 0 && kindA !== kindB) limit(evidence, OTHER_KIND, -5);
  const carrierA = records.carrier.values[a] ?? -1;
  const carrierB = records.carrier.values[b] ?? -1;
  if (carrierA < 0 || carrierB < 0) return;
  compareNames(corpus, rarity, carrierA, carrierB, where, other);
  const isOne = other.level <= WITHIN && other.bits > 0;
  if (!isOne && other.level <= PARTLY && !other.isConflict) return;
  set(evidence, CARRIER, isOne ? 0 : 1, isOne ? 2 : -5);
  if (!isOne) limit(evidence, OTHER_CARRIER, -3);
}

/** What a longer name says more, and two names otherwise, may be what part of something is meant. */
function limitByName(evidence: Evidence): void {
  if (name.isConflict) limit(evidence, OTHER_WORDS, -2);
  else if (name.level === WITHIN)
    limit(
      evidence,
      name.isUnit ? FACILITY : MORE_WORDS,
      Math.max(name.isUnit ? -3 : 1, (name.isUnit ? 0 : 4) - 0.8 * name.moreWords),
    );
  else if (name.level === PARTLY) limit(evidence, OTHER_WORDS, 3.5 - 0.7 * Math.min(name.restA, name.restB));
}

const NOT_SHARED = -1;
const NOT_KNOWN = -2;

/** The value with the fewest holders that both have; NOT_SHARED: both have values, none in common; NOT_KNOWN: one has none. */
function sharedValue(vocabulary: Vocabulary, runs: Runs, a: number, b: number): number {
  const ofA = runOf(runs, a);
  const ofB = runOf(runs, b);
  if (ofA.length === 0 || ofB.length === 0) return NOT_KNOWN;
  let rarest = NOT_SHARED;
  for (const value of ofA) {
    if (!ofB.includes(value)) continue;
    if (rarest < 0 || holdersOf(vocabulary, value) < holdersOf(vocabulary, rarest)) rarest = value;
  }
  return rarest;
}

function phones(corpus: Corpus, rarity: Rarity, ofA: Int32Array, ofB: Int32Array, evidence: Evidence): void {
  if (ofA.length === 0 || ofB.length === 0) return;
  let rarest = NOT_SHARED;
  let isNear = false;
  for (const a of ofA) {
    for (const b of ofB) {
      if (a !== b) isNear ||= areNeighbours(corpus, a, b);
      else if (rarest < 0 || holdersOf(corpus.phones, a) < holdersOf(corpus.phones, rarest)) rarest = a;
    }
  }
  if (rarest >= 0)
    set(evidence, PHONE, 0, rarity.shared(holdersOf(corpus.phones, rarest)) + 0.5, usesOf(corpus.phones, rarest));
  else if (isNear) set(evidence, PHONE, 1, 2);
  else set(evidence, PHONE, 2, -1);
}

/** Two lines of one exchange: only the last two digits differ, or one has an extension. */
function areNeighbours(corpus: Corpus, a: number, b: number): boolean {
  const { letters } = corpus.phones;
  if (letters === null) return false;
  const lineA = runOf(letters, a);
  const lineB = runOf(letters, b);
  const length = Math.max(lineA.length, lineB.length) - 2;
  if (Math.abs(lineA.length - lineB.length) > 2 || length < 8) return false;
  for (let at = length - 1; at >= 0; at--) if (lineA[at] !== lineB[at]) return false;
  return true;
}

function sites(corpus: Corpus, rarity: Rarity, a: number, b: number, evidence: Evidence): void {
  const { records } = corpus;
  const page = sharedValue(corpus.pages, records.pages, a, b);
  const domain = sharedValue(corpus.domains, records.domains, a, b);
  const holders = Math.max(countIn(corpus.pages, page, holdersOf), countIn(corpus.domains, domain, holdersOf));
  const among = Math.max(countIn(corpus.pages, page, usesOf), countIn(corpus.domains, domain, usesOf));
  if (page >= 0) set(evidence, SITE, 0, rarity.shared(holders), among);
  else if (domain >= 0) set(evidence, SITE, 1, rarity.shared(holders) - 1, among);
  else if (page === NOT_SHARED && domain !== NOT_KNOWN) set(evidence, SITE, 2, -1.5);
}

function countIn(vocabulary: Vocabulary, value: number, count: (of: Vocabulary, value: number) => number): number {
  return value < 0 ? 0 : count(vocabulary, value);
}

const fieldValues: number[] = [];

/** Both runs are field, value, field, value …, but not every item has every field. */
function fields(corpus: Corpus, rarity: Rarity, a: number, b: number, evidence: Evidence): void {
  const ofA = runOf(corpus.records.fields, a);
  const ofB = runOf(corpus.records.fields, b);
  if (ofA.length === 0 || ofB.length === 0) return;
  fieldValues.length = 0;
  for (let at = 0; at < ofB.length; at += 2) fieldValues[ofB[at] ?? 0] = ofB[at + 1] ?? 0;
  for (let at = 0; at < ofA.length; at += 2) {
    const field = ofA[at] ?? 0;
    const valueB = fieldValues[field];
    if (valueB !== undefined) compareField(corpus, rarity, field, ofA[at + 1] ?? 0, valueB, evidence);
  }
}

function compareField(corpus: Corpus, rarity: Rarity, field: number, a: number, b: number, evidence: Evidence): void {
  const comparator = FIRST_FIELD + field;
  if (a === b) return set(evidence, comparator, 0, rarity.value(corpus.values, a), usesOf(corpus.values, a));
  const { letters } = corpus.values;
  if (letters === null) return;
  const [timeA = 0, timeB = 0] = [corpus.sessions.values[a], corpus.sessions.values[b]];
  if (timeA > 0 && timeB > 0) return compareTimes(timeA, timeB, comparator, evidence);
  // The first sign stands for the field.
  const wordA = runOf(letters, a).subarray(1);
  const wordB = runOf(letters, b).subarray(1);
  const shorter = Math.min(wordA.length, wordB.length);
  const isNear =
    wordLikeness(wordA, wordB) >= 0.7 || (shorter >= 5 && distance(wordA, wordB, 2) <= (shorter >= 7 ? 2 : 1));
  if (!isNear) return set(evidence, comparator, 2, -3);
  const bits = Math.min(rarity.value(corpus.values, a), rarity.value(corpus.values, b));
  set(evidence, comparator, 1, bits * 0.6);
}

const HOUR = 0xff;
const DAYS = 0x7f;

/** The same course is not at two times, nor every week and once a month. */
function compareTimes(a: number, b: number, comparator: number, evidence: Evidence): void {
  const isDay = ((a >> 8) & (b >> 8) & DAYS) !== 0;
  const isAsOften = a >> SELDOM_AT === b >> SELDOM_AT;
  const isHour = (a & HOUR) === (b & HOUR) || (a & HOUR) === 99 || (b & HOUR) === 99;
  set(evidence, comparator, isDay && isHour && isAsOften ? 0 : 2, isDay && isHour && isAsOften ? 2 : -3);
  if (!isDay) limit(evidence, TIMES, -1.5);
  else if (!isHour || !isAsOften) limit(evidence, TIMES, 0);
}
