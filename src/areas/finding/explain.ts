import type { Facts } from '../claims/index.ts';
import { codesOf, FACETS, type EntryKind } from './codes.ts';
import type { EntryIndex } from './entry-index.ts';
import { wordsIn } from './fold-words.ts';
import { listOf, placeOf, spokenOf, textOf } from './facts.ts';
import { at, type Ints } from './ints.ts';
import type { FinderQuery } from './query.ts';
import { termsOf } from './terms.ts';
import type { By, Candidate, Part } from './understand.ts';

/** Where a word was found. */
export const FOUND_IN = ['name', 'carrier', 'topics', 'place', 'text'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

/** Why a result is here, for one thing that was asked. */
export interface Why {
  readonly typed: string;
  /** `choice`: nothing was typed for it, a filter was chosen that it meets. */
  readonly by: By | 'choice';
  /** The word of the entry, as it is written there, where it is not the one that was typed. */
  readonly meant: string | null;
  /** Where the word stands; null for a meaning. */
  readonly foundIn: FoundIn | null;
  /** The meaning (`facet:value`); null for a word. */
  readonly code: string | null;
}

/** Says for each part of the query what in this entry answers to it best. */
export function explain(index: EntryIndex, parts: readonly Part[], slot: number, facts: Facts): readonly Why[] {
  return parts.flatMap((part) => {
    const best = bestIn(index, part, slot);
    return best === null ? [] : [whyOf(index, part, best, facts)];
  });
}

/** The filters that were chosen and that this entry meets, as reasons. */
export function explainChoice(chosen: FinderQuery['chosen'], kind: EntryKind, facts: Facts): readonly Why[] {
  const codes = new Set(codesOf(kind, facts));
  return FACETS.flatMap((facet) =>
    chosen[facet]
      .map((value) => `${facet}:${value}`)
      .filter((code) => codes.has(code))
      .map((code): Why => ({ typed: '', by: 'choice', meant: null, foundIn: null, code })),
  );
}

function bestIn(index: EntryIndex, part: Part, slot: number): Candidate | null {
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of part.candidates) {
    const worth = worthIn(index, candidate, slot);
    if (worth > most) {
      best = candidate;
      most = worth;
    }
  }
  return best;
}

function worthIn(index: EntryIndex, { of, number, points }: Candidate, slot: number): number {
  if (of === 'code') return firstAtLeast(index.slotsWith(number), slot) === slot ? points[0] : 0;
  const posting = firstAtLeast(index.postingsOf(number), slot * 4);
  return posting !== null && Math.floor(posting / 4) === slot ? (points[posting % 4] ?? 0) : 0;
}

function firstAtLeast(list: Ints, wanted: number): number | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(list, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < list.length ? at(list, low) : null;
}

function whyOf(index: EntryIndex, { typed }: Part, { by, of, number }: Candidate, facts: Facts): Why {
  if (of === 'code') return { typed, by, meant: null, foundIn: null, code: index.codeText(number) };
  const term = index.dictionary.text(number);
  for (const foundIn of FOUND_IN) {
    const written = wordFor(term, textsIn(facts, foundIn));
    if (written !== null) return { typed, by, meant: by === 'word' ? null : written, foundIn, code: null };
  }
  return { typed, by, meant: by === 'word' ? null : term, foundIn: 'text', code: null };
}

function textsIn(facts: Facts, foundIn: FoundIn): readonly (string | null)[] {
  const spoken = (field: string) => spokenOf(facts, field).map(([, text]) => text);
  switch (foundIn) {
    case 'name':
      return [...spoken('name'), textOf(facts, 'shortName')];
    case 'carrier':
      return [textOf(facts, 'carrier')];
    case 'topics':
      return listOf(facts, 'topics');
    case 'place':
      return [textOf(facts, 'district'), placeOf(facts).name, placeOf(facts).postcode];
    case 'text':
      return ['description', 'offersExpertise', 'seeks'].flatMap(spoken);
  }
}

function wordFor(term: string, texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    for (const word of text === null ? [] : wordsIn(text)) if (termsOf(word).includes(term)) return word;
  }
  return null;
}
