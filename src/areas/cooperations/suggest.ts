import { fold, foldPlain } from '../../plain/text.ts';
import { lotOf } from './lot.ts';

export const TIMES = ['day', 'evening', 'weekend'] as const;
export type TimeOfWeek = (typeof TIMES)[number];

/** What somebody wishes for in a partner. Nothing here is about where people come from or what they believe. */
export interface Criteria {
  /** What somebody is called who is known already; none where nobody in particular is looked for. */
  readonly names: readonly string[];
  /** What the other side knows, in free words; each is a wish of its own. */
  readonly expertise: readonly string[];
  readonly fields: readonly string[];
  readonly languages: readonly string[];
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly times: readonly TimeOfWeek[];
  /** What oneself can give: it speaks for those who look for it, and against nobody. */
  readonly gives: readonly string[];
}

/** An organisation as the one who looks may see it. */
export interface Candidate {
  readonly id: string;
  /** What it is called, in every language. */
  readonly names: readonly string[];
  /** Its own words about what it knows and does, and those of its offers. */
  readonly texts: readonly string[];
  readonly fields: readonly string[];
  readonly languages: readonly string[];
  /** Its place and all places around that. */
  readonly places: readonly string[];
  readonly times: readonly TimeOfWeek[];
  /** Its own words about what it looks for. */
  readonly seeks: readonly string[];
}

export type Wish =
  | { readonly kind: 'name' | 'expertise' | 'field' | 'language' | 'gives'; readonly value: string }
  | { readonly kind: 'place'; readonly value: string; readonly name: string }
  | { readonly kind: 'time'; readonly value: TimeOfWeek };

export interface Suggestion<Found extends Candidate = Candidate> {
  readonly candidate: Found;
  readonly met: readonly Wish[];
  readonly missing: readonly Wish[];
}

/** What is wished for, one by one, a name and expertise first. */
export function wishesOf({ names, expertise, fields, languages, place, times, gives }: Criteria): readonly Wish[] {
  return [
    ...names.map((value): Wish => ({ kind: 'name', value })),
    ...expertise.map((value): Wish => ({ kind: 'expertise', value })),
    ...fields.map((value): Wish => ({ kind: 'field', value })),
    ...languages.map((value): Wish => ({ kind: 'language', value })),
    ...(place === null ? [] : [{ kind: 'place', value: place.id, name: place.name } as const]),
    ...times.map((value): Wish => ({ kind: 'time', value })),
    ...gives.map((value): Wish => ({ kind: 'gives', value })),
  ];
}

/**
 * Whoever meets at least one wish, with what is met and what is missing. Whoever is called by name comes first. Then two
 * rules and a lot decide the order, and the page says so: more of the expertise first, then more of all wishes; among equals the lot, the same for one seed.
 */
export function suggest<Found extends Candidate>(
  candidates: readonly Found[],
  criteria: Criteria,
  seed: string,
): readonly Suggestion<Found>[] {
  const wishes = wishesOf(criteria);
  return candidates
    .map((candidate) => {
      const words = wordsOf(candidate.texts);
      const sought = wordsOf(candidate.seeks);
      const met = wishes.filter((wish) => meets(candidate, wish, words, sought));
      // Who does not look for what one gives lacks nothing: it is an offer and no wish.
      return { candidate, met, missing: wishes.filter((wish) => wish.kind !== 'gives' && !met.includes(wish)) };
    })
    .filter(({ met }) => met.length > 0)
    .map((suggestion) => ({ suggestion, lot: lotOf(seed, suggestion.candidate.id) }))
    .toSorted(
      (a, b) =>
        countIn(b.suggestion, 'name') - countIn(a.suggestion, 'name') ||
        countIn(b.suggestion, 'expertise') - countIn(a.suggestion, 'expertise') ||
        b.suggestion.met.length - a.suggestion.met.length ||
        a.lot - b.lot ||
        (a.suggestion.candidate.id < b.suggestion.candidate.id ? -1 : 1),
    )
    .map(({ suggestion }) => suggestion);
}

function countIn({ met }: Suggestion, wished: Wish['kind']): number {
  return met.filter(({ kind }) => kind === wished).length;
}

function meets(candidate: Candidate, wish: Wish, words: Words, sought: Words): boolean {
  switch (wish.kind) {
    case 'name':
      return speaksOf(wordsOf(candidate.names), wish.value);
    case 'expertise':
      return speaksOf(words, wish.value);
    case 'gives':
      return speaksOf(sought, wish.value);
    case 'field':
      return candidate.fields.includes(wish.value);
    case 'language':
      return candidate.languages.includes(wish.value);
    case 'place':
      return candidate.places.includes(wish.value);
    case 'time':
      return candidate.times.includes(wish.value);
  }
}

type Words = ReadonlySet<string>;

function wordsOf(texts: readonly string[]): Words {
  return new Set(texts.flatMap((text) => [...fold(text).split(' '), ...foldPlain(text).split(' ')]));
}

const LONG = 5;

/** Every word of what is asked for begins a word that is there; a long one may also stand inside of one. */
function speaksOf(words: Words, asked: string): boolean {
  const [folded, plain] = [fold(asked).split(' '), foldPlain(asked).split(' ')];
  return (
    folded[0] !== '' && folded.every((word, index) => [word, plain[index] ?? word].some((one) => stands(words, one)))
  );
}

function stands(words: Words, asked: string): boolean {
  if (words.has(asked)) return true;
  if (asked.length < 3) return false;
  for (const word of words) if (word.startsWith(asked) || (asked.length >= LONG && word.includes(asked))) return true;
  return false;
}
