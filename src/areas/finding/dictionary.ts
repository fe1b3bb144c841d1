import { allowedEdits, editDistance } from './edit-distance.ts';
import { at, ints, push, type Ints } from './ints.ts';

export interface Similar {
  readonly term: number;
  readonly distance: number;
}

/** All distinct terms of the entries, by number. Fuzzy matching takes place here, never on the entries. */
export interface Dictionary {
  /** The number of a term, which it gets if it is new. */
  add(term: string): number;
  find(term: string): number | undefined;
  text(term: number): string;
  size(): number;
  startingWith(beginning: string): readonly number[];
  /** Terms that end with a word, as German compounds do: "beratung" → "fluechtlingsberatung". */
  endingWith(ending: string): readonly number[];
  /** Terms within the allowed number of edits, the nearest first, without the word itself. */
  similarTo(word: string): readonly Similar[];
}

export function createDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const pairs = new Map<string, Ints>();
  const forwards = createSorted((term) => term);
  const backwards = createSorted(reversed);
  return {
    add(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = terms.length;
      numbers.set(term, number);
      terms.push(term);
      for (const pair of pairsOf(term)) {
        const list = pairs.get(pair) ?? ints();
        if (list.length === 0) pairs.set(pair, list);
        push(list, number);
      }
      return number;
    },
    find: (term) => numbers.get(term),
    text: (term) => terms[term] ?? '',
    size: () => terms.length,
    startingWith: (beginning) => forwards.startingWith(terms, beginning),
    endingWith: (ending) => backwards.startingWith(terms, reversed(ending)),
    similarTo: (word) => similar(terms, pairs, word),
  };
}

/**
 * One edit destroys at most two of the letter pairs of a word, a swap three (q-gram lemma; E. Ukkonen,
 * "Approximate string-matching with q-grams", TCS 92 (1992)): only terms that share enough are compared.
 */
function similar(terms: readonly string[], pairs: ReadonlyMap<string, Ints>, word: string): readonly Similar[] {
  const limit = allowedEdits(word);
  if (limit === 0) return [];
  const wanted = pairsOf(word);
  const enough = Math.max(1, wanted.length - 3 * limit);
  const shared = new Uint8Array(terms.length);
  const found: Similar[] = [];
  for (const pair of wanted) {
    const list = pairs.get(pair);
    if (list === undefined) continue;
    for (let index = 0; index < list.length; index += 1) {
      const term = at(list, index);
      const count = (shared[term] ?? 0) + 1;
      shared[term] = count;
      if (count !== enough) continue;
      const text = terms[term] ?? '';
      const distance = editDistance(word, text, limit);
      if (distance > 0 && distance <= limit) found.push({ term, distance });
    }
  }
  return found.toSorted((a, b) => a.distance - b.distance || a.term - b.term);
}

/** The distinct pairs of neighbouring letters, with one blank before and after the word. */
function pairsOf(term: string): readonly string[] {
  const padded = ` ${term} `;
  const found = new Set<string>();
  for (let index = 0; index + 1 < padded.length; index += 1) found.add(padded.slice(index, index + 2));
  return [...found];
}

interface Sorted {
  startingWith(terms: readonly string[], beginning: string): readonly number[];
}

const TAIL = 1_000;

/** Terms in order, for beginnings. New terms wait in a tail, so that a small change sorts nothing anew. */
function createSorted(keyOf: (term: string) => string): Sorted {
  let keys: readonly string[] = [];
  let order: readonly number[] = [];
  return {
    startingWith(terms, beginning) {
      if (terms.length - order.length > TAIL || order.length === 0) {
        const both = terms
          .map((term, number) => ({ key: keyOf(term), number }))
          .sort((a, b) => (a.key < b.key ? -1 : 1));
        keys = both.map(({ key }) => key);
        order = both.map(({ number }) => number);
      }
      const found: number[] = [];
      for (let index = firstAtLeast(keys, beginning); keys[index]?.startsWith(beginning) === true; index += 1) {
        found.push(order[index] ?? 0);
      }
      for (let number = order.length; number < terms.length; number += 1) {
        if (keyOf(terms[number] ?? '').startsWith(beginning)) found.push(number);
      }
      return found;
    },
  };
}

function firstAtLeast(keys: readonly string[], wanted: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
