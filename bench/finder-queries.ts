import type { Organisation } from '../src/engines/rhoenau/index.ts';
import { tokens } from '../src/plain/text.ts';

/** One query of the benchmark, as an address for the finder and taken apart for its peers. */
export interface Asked {
  readonly kind: 'prefix' | 'typo' | 'facet' | 'distance';
  readonly address: string;
  readonly words: string;
  readonly codes: readonly string[];
  readonly near: { readonly place: string; readonly km: number } | null;
  /** The id of the organisation that is meant. */
  readonly wanted: string | null;
}

/** A query is clear if no more organisations than a look at the first results holds have its words in their names. */
const CLEAR = 10;

/** Mixed queries, a quarter of each kind, always the same. */
export function askedOf(organisations: readonly Organisation[], count: number): readonly Asked[] {
  const byWord = idsByWord(organisations);
  const rarity = (word: string) => byWord.get(word)?.size ?? 0;
  const random = generator(7);
  const clear = organisations.flatMap((one) => {
    const words = wordsOf(one).filter((word) => word.length >= 4);
    const own = words.filter((word) => word.length >= 6).toSorted((a, b) => rarity(a) - rarity(b))[0];
    const other = words.find((word) => word !== own);
    return own === undefined || other === undefined || shared(byWord, own, other) > CLEAR ? [] : [{ one, own, other }];
  });
  return Array.from({ length: count }, (_, at): Asked => {
    const { one, own, other } = pick(clear, random);
    const field = first(one, 'fieldsOfAction');
    const place = placeOf(one);
    switch (at % 4) {
      case 0:
        return asked('prefix', { words: own.slice(0, 3 + Math.floor(random() * 3)), wanted: one.id });
      case 1:
        return asked('typo', {
          words: at % 8 === 1 && rarity(own) <= CLEAR ? misspelled(own, random) : `${other} ${misspelled(own, random)}`,
          wanted: one.id,
        });
      case 2:
        return asked('facet', {
          words: at % 8 === 2 ? other : '',
          codes: [`field:${field}`, `language:${first(one, 'languages')}`],
        });
      default:
        return asked('distance', {
          words: at % 8 === 3 ? other : '',
          near: { place, km: 5 + Math.floor(random() * 20) },
        });
    }
  });
}

function asked(kind: Asked['kind'], part: Partial<Asked>): Asked {
  const one = { kind, words: '', codes: [], near: null, wanted: null, ...part };
  const address = new URLSearchParams();
  if (one.words !== '') address.set('q', one.words);
  for (const code of one.codes) address.append(code.split(':')[0] ?? '', code.split(':')[1] ?? '');
  if (one.near !== null) {
    address.set('place', one.near.place);
    address.set('km', String(one.near.km));
  }
  return { ...one, address: address.toString() };
}

function wordsOf(one: Organisation): readonly string[] {
  return tokens((one.facts['name'] ?? []).map(({ value }) => String(value)).join(' '));
}

function idsByWord(organisations: readonly Organisation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const one of organisations) {
    for (const word of wordsOf(one)) byWord.set(word, (byWord.get(word) ?? new Set()).add(one.id));
  }
  return byWord;
}

/** How many organisations have both words in their names. */
function shared(byWord: ReadonlyMap<string, ReadonlySet<string>>, a: string, b: string): number {
  return (byWord.get(a) ?? new Set()).intersection(byWord.get(b) ?? new Set()).size;
}

function misspelled(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'x';
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }
}

function first(one: Organisation, field: string): string {
  const value = one.facts[field]?.[0]?.value;
  return Array.isArray(value) ? String(value[0]) : 'de';
}

function placeOf(one: Organisation): string {
  const value = one.facts['place']?.[0]?.value;
  return value !== null && typeof value === 'object' && 'place' in value ? String(value.place) : 'DE-99001-rhoenau';
}

function pick<Value>(list: readonly Value[], random: () => number): Value {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** Park and Miller, "Random number generators: good ones are hard to find", CACM 31 (1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
