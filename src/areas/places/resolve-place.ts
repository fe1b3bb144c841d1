import { saying, type Saying } from '../../plain/words.ts';
import { type Match, type Meanings, isWithin, meaningsOf } from './match-name.ts';
import { nearestKeys, spellingsOf } from './near-names.ts';
import { nameKeys } from './name-key.ts';
import type { PlaceAnswer, PlaceQuestion } from './place.ts';
import type { PostcodeReading } from './postcode.ts';
import { type Asked, readQuestion } from './read-question.ts';
import type { Entry } from './read-table.ts';
import type { Shelves } from './shelves.ts';

const MOST_CHOICES = 20;

/** A postcode in one reading, at the places that have it. */
interface Located {
  readonly reading: PostcodeReading;
  readonly entries: readonly Entry[];
}

/** What was written → a place, or what to ask. Never guesses between places, never corrects without saying so. */
export function resolvePlace(shelves: Shelves, question: PlaceQuestion): PlaceAnswer {
  const asked = readQuestion(question);
  const located = asked.readings.map((reading) => locate(shelves, reading)).filter((one) => one.entries.length > 0);
  const [name, meanings] = understood(shelves, asked.names);
  if (name === null) return byPostcode(shelves, question, asked, located);
  const both = located.length === 0 ? null : byBoth(shelves, question, name, meanings, located);
  if (both !== null) return both;
  const receiver = asked.readings.find((reading) => shelves.receivers.has(reading.postcode));
  const answer = byName(shelves, question, name, meanings, asked.remarks);
  if (asked.readings.length === 0) return answer;
  return withStrangePostcode(answer, asked, receiver);
}

function locate(shelves: Shelves, reading: PostcodeReading): Located {
  const all = shelves.byPostcode.get(reading.postcode) ?? [];
  // Five digits can stand at a place beyond the border (Jungholz); four digits mean three countries.
  const entries =
    reading.postcode.length === 5 ? all : all.filter((entry) => reading.countries.includes(entry.country));
  return { reading, entries };
}

function understood(shelves: Shelves, names: readonly string[]): [string | null, Meanings] {
  const read = names.map((name): [string, Meanings] => [name, meaningsOf(shelves, name)]);
  const known = read.find(([, meanings]) =>
    Object.values(meanings).some((matches: readonly Match[]) => matches.length > 0),
  );
  return known ?? read[0] ?? [null, { whole: [], areas: [], base: [], parts: [], pairs: [], loose: [] }];
}

function byPostcode(shelves: Shelves, question: PlaceQuestion, asked: Asked, located: readonly Located[]): PlaceAnswer {
  if (asked.postcode === '') return { state: 'unknown', reason: saying('places.unknown.empty') };
  const own = located.filter(
    ({ reading }) => question.country !== undefined && reading.countries.includes(question.country),
  );
  const first = own.length > 0 ? own : located;
  if (first.length === 0) {
    if (asked.remarks[0] !== undefined) return { state: 'unknown', reason: asked.remarks[0] };
    const receiver = asked.readings.find((reading) => shelves.receivers.has(reading.postcode));
    const key = receiver === undefined ? 'places.unknown.postcode' : 'places.unknown.receiver';
    return { state: 'unknown', reason: saying(key, { postcode: receiver?.postcode ?? asked.postcode }) };
  }
  return decide(shelves, question, candidatesAt(first), []);
}

/** Null where the name is of nowhere near, and the postcode is too unclear to count without it. */
function byBoth(
  shelves: Shelves,
  question: PlaceQuestion,
  name: string,
  meanings: Meanings,
  located: readonly Located[],
): PlaceAnswer | null {
  const { whole, areas, base, parts, pairs, loose } = meanings;
  const clear = located.filter(({ reading }) => reading.isClear);
  for (const some of [clear, located.filter(({ reading }) => !reading.isClear)]) {
    for (const matches of [whole, pairs, parts, base, areas, loose]) {
      for (const { reading, entries } of some) {
        const agreeing = entries.flatMap((entry) => {
          const match = matches.find((one) => isWithin(shelves, entry, one.entry.place.id));
          return match === undefined ? [] : [{ entry, district: match.district, reading }];
        });
        if (agreeing.length > 0) return decide(shelves, question, agreeing, []);
      }
    }
  }
  const typo = candidatesAt(located).filter(({ entry }) => sounds(entry, name));
  if (typo.length > 0) return ask(typo, [saying('places.correction.nearName', { from: name, to: namesOf(typo) })]);
  if (clear.length === 0) return null;
  const there = candidatesAt(clear);
  const elsewhere = [...whole, ...around(shelves, areas, whole), ...base, ...parts, ...pairs];
  if (elsewhere.length === 0)
    return ask(there, [saying('places.correction.nameUnknown', { name, postcode: clear[0]?.reading.postcode ?? '' })]);
  return ask(
    [...there, ...elsewhere.map(unwritten)],
    [saying('places.correction.contradiction', { name, postcode: clear[0]?.reading.postcode ?? '' })],
  );
}

function byName(
  shelves: Shelves,
  question: PlaceQuestion,
  name: string,
  meanings: Meanings,
  remarks: readonly Saying[],
): PlaceAnswer {
  const { whole, areas, base, parts, pairs, loose } = meanings;
  const bearer = bearerOf(shelves, whole, name);
  const plain = bearer === null ? [...whole, ...around(shelves, areas, whole), ...base] : [bearer];
  const sure = [plain, pairs, loose.filter((match) => isQuarter(shelves, match))].find((matches) => matches.length > 0);
  if (sure !== undefined) return decide(shelves, question, sure.map(unwritten), remarks);
  // A village or a quarter alone: there may be more of that name than the gazetteer knows.
  const guess = parts.length > 0 ? parts : loose;
  if (guess.length > 0)
    return ask(guess.map(unwritten), [...remarks, saying('places.correction.part', { name, to: namesOf(guess) })]);
  const typo = nearestKeys(name, shelves.spellings())
    .flatMap((key) => shelves.whole.get(key) ?? [])
    .map(({ entry }) => unwritten({ entry, district: null }));
  if (typo.length === 0) return { state: 'unknown', reason: saying('places.unknown.name', { name }) };
  return ask(typo, [...remarks, saying('places.correction.nearName', { from: name, to: namesOf(typo) })]);
}

function candidatesAt(located: readonly Located[]): Candidate[] {
  return located.flatMap(({ reading, entries }) => entries.map((entry) => ({ entry, district: null, reading })));
}

function unwritten(match: Match): Candidate {
  return { ...match, reading: null };
}

/** The one of several that bears the bare name: a city that is a Kreis of its own, or the largest and alone spelt so. */
function bearerOf(shelves: Shelves, whole: readonly Match[], name: string): Match | null {
  const first = whole[0];
  if (first === undefined) return null;
  if (whole.length === 1) return isOwnKreis(shelves, first.entry) ? first : null;
  const spelt = whole.filter(({ entry }) => entry.place.name === name);
  const one = spelt[0];
  if (one === undefined || spelt.length > 1) return null;
  return whole.every((match) => match === one || match.entry.place.postcodes.length < one.entry.place.postcodes.length)
    ? one
    : null;
}

/** "Berlin Neukölln", "Chemnitz Zentrum": behind the name of a large city stands a quarter. */
function isQuarter(shelves: Shelves, { entry, district }: Match): boolean {
  return isOwnKreis(shelves, entry) && district !== null && /^\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)?$/u.test(district);
}

/** Areas of the same name, unless a Gemeinde of that name lies within them ("Hamburg" in Hamburg). */
function around(shelves: Shelves, areas: readonly Match[], whole: readonly Match[]): Match[] {
  return areas
    .filter(({ entry }) => !whole.some((match) => isWithin(shelves, match.entry, entry.place.id)))
    .filter(
      ({ entry }, _, all) =>
        !all.some((other) => other.entry !== entry && isWithin(shelves, entry, other.entry.place.id)),
    );
}

function isOwnKreis(shelves: Shelves, entry: Entry): boolean {
  const kreis = shelves.byId.get(entry.place.parent ?? '');
  return kreis?.place.level === 'kreis' && kreis.children.length === 1;
}

/** The name is clear, the postcode is at no place: kept for a large receiver of that region, else left out and said. */
function withStrangePostcode(answer: PlaceAnswer, asked: Asked, receiver: PostcodeReading | undefined): PlaceAnswer {
  if (answer.state === 'unknown') return answer;
  const postcode = receiver?.postcode ?? asked.readings[0]?.postcode ?? asked.postcode;
  const key = receiver === undefined ? 'places.correction.postcodeUnknown' : 'places.correction.receiver';
  const corrections = [...answer.corrections, saying(key, { postcode })];
  if (answer.state === 'ambiguous') return { ...answer, corrections };
  const sameRegion = answer.place.postcodes.some(
    (own) => own.length === postcode.length && own.slice(0, 2) === postcode.slice(0, 2),
  );
  if (!sameRegion) return { state: 'ambiguous', choices: [answer.place], corrections };
  return {
    ...answer,
    postcode: receiver === undefined ? null : postcode,
    corrections: [...(receiver?.corrections ?? []), ...corrections],
  };
}

type Candidate = Match & { readonly reading: PostcodeReading | null };

function decide(
  shelves: Shelves,
  question: PlaceQuestion,
  candidates: readonly Candidate[],
  remarks: readonly Saying[],
): PlaceAnswer {
  const own = candidates.filter(({ entry, reading }) => reading === null && entry.country === question.country);
  const left = nearby(shelves, once(own.length > 0 ? own : candidates), question.near);
  const only = left[0];
  if (only === undefined || left.length > 1) return ask(left, remarks);
  const corrections = [...remarks, ...(only.reading?.corrections ?? [])];
  return {
    state: 'found',
    place: only.entry.place,
    district: only.district,
    postcode: only.reading?.postcode ?? null,
    corrections,
  };
}

/** Those in the Kreis of the near place, else in its Land, else in its country, else all. */
function nearby(shelves: Shelves, candidates: readonly Candidate[], near: string | undefined): readonly Candidate[] {
  for (
    let at = near === undefined ? undefined : shelves.byId.get(near);
    at !== undefined;
    at = shelves.byId.get(at.place.parent ?? '')
  ) {
    const id = at.place.id;
    const inside = candidates.filter(({ entry }) => isWithin(shelves, entry, id));
    if (inside.length > 0) return inside;
  }
  return candidates;
}

function ask(candidates: readonly Candidate[], corrections: readonly Saying[]): PlaceAnswer {
  const unique = once(candidates);
  const readings = new Set(unique.map(({ reading }) => reading));
  const shared = readings.size === 1 ? (unique[0]?.reading?.corrections ?? []) : [];
  const choices = unique.map(({ entry }) => entry.place).toSorted((a, b) => b.postcodes.length - a.postcodes.length);
  return { state: 'ambiguous', choices: choices.slice(0, MOST_CHOICES), corrections: [...shared, ...corrections] };
}

function once(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((candidate) => [candidate.entry, candidate])).values()].toReversed();
}

function sounds(entry: Entry, name: string): boolean {
  const keys = [entry.place.name, ...entry.parts.map((part) => part.name)].flatMap(nameKeys);
  return nearestKeys(name, spellingsOf(keys)).length > 0;
}

function namesOf(candidates: readonly Match[]): string {
  return [...new Set(candidates.map(({ entry }) => entry.place.name))].slice(0, 3).join(', ');
}
