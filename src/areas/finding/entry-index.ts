import { daysBetween, type Day } from '../../plain/time.ts';
import { facetBitOf } from './codes.ts';
import { phrasesFor } from './concepts.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import type { Entry } from './entry.ts';
import { at, ints, push, type Ints } from './ints.ts';
import { createTally, type Tally } from './tally.ts';
import { keyOf } from './terms.ts';

/** Where a term stands: 1 in the text, 2 in what an entry is known by (carrier, topics, place), 3 in its name. */
export type Where = 1 | 2 | 3;

/**
 * The entries of the finder in memory, for reading many times. An entry has a slot; when it changes,
 * its slot is given up and it gets the next one.
 */
export interface EntryIndex {
  readonly dictionary: Dictionary;
  /** What there is of everything, for the start page. */
  readonly tally: Tally;
  put(entry: Entry): void;
  remove(subject: string): void;
  slots(): number;
  entries(): number;
  /** The entry in a slot; undefined for a slot that was given up. */
  entry(slot: number): SlotEntry | undefined;
  slotOf(subject: string): number | undefined;
  /** Slots × 4 + where, ascending. */
  postingsOf(term: number): Ints;
  /** Slots, ascending. */
  slotsWith(code: number): Ints;
  codeNumber(code: string): number | undefined;
  codeText(code: number): string;
  codeCount(): number;
  /** The codes that a single word means ("sonntag" → day:7). */
  meaningsOf(term: number): readonly number[];
  /** The codes that several words together mean ("ohne papiere"). */
  phrase(words: string): readonly number[];
  /** The bit of its facet for each code. */
  readonly facetOfCode: Ints;
  readonly codeStart: Ints;
  readonly codeList: Ints;
  /** Distinct words in the name, to tell a whole name from a part of one. */
  readonly nameLength: Ints;
  /** Days since 2000 (see `dayNumber`), 0 while never. */
  readonly confirmed: Ints;
  readonly ends: Ints;
  readonly hash: Ints;
}

/** What is kept of an entry besides its terms and codes. */
export type SlotEntry = Pick<
  Entry,
  'subject' | 'kind' | 'since' | 'until' | 'lat' | 'lon' | 'confirmedOn' | 'saidOn' | 'endsOn'
>;

export function dayNumber(day: Day | null): number {
  return day === null ? 0 : Math.max(1, daysBetween('2000-01-01', day));
}

export function createEntryIndex(): EntryIndex {
  const dictionary = createDictionary();
  const postings: Ints[] = [];
  const entries: (SlotEntry | undefined)[] = [];
  const slotOf = new Map<string, number>();
  const codes = createCodes(dictionary);
  const tally = createTally();
  const columns = {
    codeStart: ints(),
    codeList: ints(),
    nameLength: ints(),
    confirmed: ints(),
    ends: ints(),
    hash: ints(),
  };
  const none = ints(1);

  function post(terms: string, slot: number, where: Where): void {
    for (const term of terms.split(' ')) {
      if (term !== '') push((postings[dictionary.add(term)] ??= ints()), slot * 4 + where);
    }
  }

  function codesOf(slot: number): readonly string[] {
    const to = slot + 1 < columns.codeStart.length ? at(columns.codeStart, slot + 1) : columns.codeList.length;
    const texts: string[] = [];
    for (let place = at(columns.codeStart, slot); place < to; place += 1)
      texts.push(codes.texts[at(columns.codeList, place)] ?? '');
    return texts;
  }

  function remove(subject: string): void {
    const slot = slotOf.get(subject);
    if (slot === undefined) return;
    const gone = entries[slot];
    if (gone !== undefined) tally.count(gone, codesOf(slot), -1);
    slotOf.delete(subject);
    entries[slot] = undefined;
  }

  return {
    ...columns,
    facetOfCode: codes.facets,
    dictionary,
    tally,
    put(entry) {
      remove(entry.subject);
      const { subject, kind, since, until, lat, lon, confirmedOn, saidOn, endsOn } = entry;
      const slot = entries.length;
      const kept = { subject, kind, since, until, lat, lon, confirmedOn, saidOn, endsOn };
      entries.push(kept);
      tally.count(kept, entry.codes, 1);
      slotOf.set(subject, slot);
      push(columns.codeStart, columns.codeList.length);
      for (const code of entry.codes) push(columns.codeList, codes.use(code, slot));
      push(columns.nameLength, new Set(entry.nameTerms.split(' ').map(keyOf)).size);
      post(entry.nameTerms, slot, 3);
      post(entry.strongTerms, slot, 2);
      post(entry.terms, slot, 1);
      push(columns.confirmed, dayNumber(confirmedOn));
      push(columns.ends, dayNumber(endsOn));
      push(columns.hash, Number.parseInt(subject.slice(-8), 16));
    },
    remove,
    slots: () => entries.length,
    entries: () => slotOf.size,
    entry: (slot) => entries[slot],
    slotOf: (subject) => slotOf.get(subject),
    postingsOf: (term) => postings[term] ?? none,
    slotsWith: (code) => codes.slots[code] ?? none,
    codeNumber: (code) => codes.numbers.get(code),
    codeText: (code) => codes.texts[code] ?? '',
    codeCount: () => codes.texts.length,
    meaningsOf: (term) => codes.meanings.get(term) ?? [],
    phrase: (words) => codes.phrases.get(words) ?? [],
  };
}

function createCodes(dictionary: Dictionary) {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const facets = ints();
  const slots: Ints[] = [];
  const meanings = new Map<number, number[]>();
  const phrases = new Map<string, number[]>();
  return {
    numbers,
    texts,
    facets,
    slots,
    meanings,
    phrases,
    use(code: string, slot: number): number {
      const known = numbers.get(code);
      const number = known ?? texts.length;
      if (known === undefined) {
        numbers.set(code, number);
        texts.push(code);
        push(facets, facetBitOf(code));
        for (const phrase of phrasesFor(code)) {
          if (phrase.includes(' ')) gather(phrases, phrase, number);
          else gather(meanings, dictionary.add(phrase), number);
        }
      }
      const list = (slots[number] ??= ints());
      if (list.length === 0 || at(list, list.length - 1) !== slot) push(list, slot);
      return number;
    },
  };
}

function gather<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  if (!list.includes(value)) list.push(value);
}
