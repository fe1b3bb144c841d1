import { runOf, type Runs } from './column.ts';
import type { Corpus } from './corpus.ts';
import { hasDigit } from './likeness.ts';
import type { Side } from './name-side.ts';
import { stretchWith } from './text/name.ts';
import { textOf } from './vocabulary.ts';

const BITS_PER_LETTER = 2.4;
const LONGEST = 6;
const MOST_LOOKED_AT = 10;
/** Where in a name initials come from: first word and the one behind the last. */
type Reach = readonly [from: number, to: number];

/**
 * Words of one name that are made of the first letters of words of the other: "TDV", also of parts of compounds as
 * the text layer takes them apart. Marks all of them and gives their bits.
 */
export function matchInitials(corpus: Corpus, own: number, side: Side, other: number, others: Side): number {
  const { letters } = corpus.tokens;
  if (letters === null) return 0;
  let bits = 0;
  let inside: Reach | null = null;
  for (let i = 0; i < side.count; i++) {
    const token = side.tokens[i] ?? 0;
    const word = runOf(letters, token);
    if (side.used[i] !== 0 || word.length < 2 || word.length > LONGEST || hasDigit(word)) continue;
    const reach = inOrder(letters, word, others) ?? reachOf(corpus, other, textOf(corpus.tokens, token));
    if (reach !== null && isFree(others, reach)) {
      others.used.fill(1, reach[0], reach[1]);
      bits += BITS_PER_LETTER * word.length;
    } else if (
      word.length >= 3 &&
      isWritten(corpus, own, token) &&
      (inside = withInner(letters, word, others)) !== null
    ) {
      others.used.fill(1, inside[0], inside[1]);
      bits += BITS_PER_LETTER * word.length * 0.8;
    } else if (corpus.contrast.values[token] === -1 && spellsAll(letters, word, others)) {
      others.used.fill(1, 0, others.count);
      bits += BITS_PER_LETTER * word.length * 0.7;
    } else continue;
    side.used[i] = 1;
  }
  return bits;
}

function isFree(side: Side, [from, to]: Reach): boolean {
  for (let at = from; at < to; at++) if (side.used[at] !== 0) return false;
  return to > from;
}

/** Words in a row whose first letters spell the word. */
function inOrder(letters: Runs, word: Int32Array, others: Side): Reach | null {
  for (let start = 0; start < others.count; start++) {
    let at = 0;
    let to = start;
    for (; at < word.length && to < others.count; to++) {
      const first = runOf(letters, others.tokens[to] ?? 0)[0] ?? 0;
      if (first === word[at]) at++;
      else if (first !== E || !OF_UMLAUTS.has(word[at - 1] ?? 0)) break;
    }
    if (at === word.length) return [start, to];
  }
  return null;
}

/** Both foldings of an umlaut meet, so that "AEB" is read as "ab": its e has no letter left. */
const E = 101;
const OF_UMLAUTS = new Set([97, 111, 117]);

function isWritten(corpus: Corpus, name: number, token: number): boolean {
  const acronym = corpus.acronymOf.values[token] ?? -1;
  return acronym >= 0 && runOf(corpus.names.acronyms, name).includes(acronym);
}

/**
 * Words in a row of which each gives its first letter and some one more from within: "JRO" of "Jugendring Ostermühle".
 * At least two words, and most letters are first ones.
 */
function withInner(letters: Runs, word: Int32Array, others: Side): Reach | null {
  for (let start = 0; start + 1 < others.count; start++) {
    let at = 0;
    let to = start;
    while (to < others.count && at < word.length && others.used[to] === 0) {
      const text = runOf(letters, others.tokens[to] ?? 0);
      if (text[0] !== word[at]) break;
      at++;
      to++;
      const next = others.count > to ? runOf(letters, others.tokens[to] ?? 0)[0] : undefined;
      if (at < word.length && word[at] !== next && text.indexOf(word[at] ?? 0, 3) > 0) at++;
    }
    if (at === word.length && to - start >= 2 && (to - start) * 2 > word.length) return [start, to];
  }
  return null;
}

/** Whether the first letters of all words that are left spell the word in another order: "Müller, Verlag" and "VM". */
function spellsAll(letters: Runs, word: Int32Array, others: Side): boolean {
  let count = 0;
  let sum = 0;
  for (let j = 0; j < others.count; j++) {
    if (others.used[j] !== 0) continue;
    count++;
    const first = runOf(letters, others.tokens[j] ?? 0)[0] ?? 0;
    sum += first * first;
    if (!word.includes(first)) return false;
  }
  for (const letter of word) sum -= letter * letter;
  return count === word.length && sum === 0;
}

/** Where the words of a name stand whose initials, also those of parts of compounds, are the word. */
function reachOf(corpus: Corpus, name: number, word: string): Reach | null {
  const words = [...runOf(corpus.names.tokens, name)].slice(0, MOST_LOOKED_AT);
  return stretchWith(
    word,
    words.map((token) => textOf(corpus.tokens, token)),
  );
}
