import { runOf } from './column.ts';
import type { Corpus } from './corpus.ts';
import { matchInitials } from './initials.ts';
import { conflictOf, coverMeanings, differInTopic, hasLooseUnit, wordWeight, type Where } from './name-words.ts';
import { MOST_WORDS, newSide, type Side } from './name-side.ts';
import type { Rarity } from './rarity.ts';
import { tokenLikeness } from './token-likeness.ts';
import { holdersOf } from './vocabulary.ts';

/** From best to worst, numbers of the levels of a name in evidence.ts. */
const [EXACT, CLOSE, LITTLE, NONE, ACRONYM] = [0, 1, 5, 6, 2] as const;
export const [WITHIN, PARTLY] = [3, 4] as const;

/** What two names have in common. One object is used again and again: copy what is to be kept. */
export interface NameMatch {
  level: number;
  bits: number;
  /** Bits of the words that both have, and of those that only one has. */
  shared: number;
  restA: number;
  restB: number;
  /** How many words only the longer one has. */
  moreWords: number;
  /** The other words say themselves that two are meant: other towns, other numbers, other facilities. */
  isConflict: boolean;
  /** The longer one names a facility that the shorter one does not. */
  isUnit: boolean;
  a: number;
  b: number;
}

export function newNameMatch(): NameMatch {
  return {
    level: NONE,
    bits: 0,
    shared: 0,
    restA: 0,
    restB: 0,
    moreWords: 0,
    isConflict: false,
    isUnit: false,
    a: -1,
    b: -1,
  };
}

const left = newSide();
const right = newSide();

const FULL_NAME = 3;
/** What several rare words say together beyond the rarest single one. */
const SEVERAL_WORDS = 2;
const LEAST_LIKE = 0.55;
const LEAST_REST = 1;
const OTHER_TOPIC = 2;
const CUT_WORD = 0.4;
/** What the longer name says where the shorter one was cut off costs little. */
const BEHIND_CUT = 0.1;

/**
 * Holds two names against each other, word by word in any order: equal words, the same word in another script or
 * language, misspelled, shortened, written as one or as two, initials. Rare words weigh more than common ones
 * (inverse document frequency in bits, K. Spärck Jones 1972), words for kinds and for the town at hand little.
 */
export function compareNames(corpus: Corpus, rarity: Rarity, a: number, b: number, where: Where, out: NameMatch): void {
  const { names } = corpus;
  out.a = a;
  out.b = b;
  fill(left, corpus, rarity, a, where);
  fill(right, corpus, rarity, b, where);
  left.isCut = isCutOf(corpus, a, left, right);
  right.isCut = isCutOf(corpus, b, right, left);
  let shared = equalWords();
  const isEqual = names.key.values[a] === names.key.values[b];
  let written = 0;
  let isFuzzy = false;
  if (!isEqual) {
    written = matchInitials(corpus, a, left, b, right) + matchInitials(corpus, b, right, a, left);
    const joined = joinedWords(corpus, left, right) + joinedWords(corpus, right, left);
    const alike = joined + alikeWords(corpus);
    coverMeanings(corpus, left, right);
    coverMeanings(corpus, right, left);
    isFuzzy = alike > 0;
    shared += alike;
  }
  out.shared = shared + written;
  const isCut = left.isCut || right.isCut;
  out.restA = rest(left) * (right.isCut ? BEHIND_CUT : 1);
  out.restB = rest(right) * (left.isCut ? BEHIND_CUT : 1);
  out.moreWords = isCut ? 0 : Math.abs(loose(left) - loose(right));
  out.isConflict = !isEqual && conflictOf(corpus, left, right, where);
  out.isUnit = !isEqual && !isCut && (hasLooseUnit(corpus, left, where) || hasLooseUnit(corpus, right, where));
  const sharers = isEqual ? holdersOf(corpus.nameKeys, names.key.values[a] ?? 0) : 2;
  conclude(rarity, written > 0, isFuzzy, sharers, out);
  if (!isEqual && differInTopic(corpus, left, right)) out.bits = Math.max(out.bits - OTHER_TOPIC, -12);
}

function fill(side: Side, corpus: Corpus, rarity: Rarity, name: number, where: Where): void {
  const tokens = runOf(corpus.names.tokens, name);
  side.tokens = tokens;
  side.count = Math.min(tokens.length, MOST_WORDS);
  for (let i = 0; i < side.count; i++) {
    side.used[i] = 0;
    side.weight[i] = wordWeight(corpus, rarity, tokens[i] ?? 0, where);
  }
}

/** Whether a name is the beginning of the other one, up to a letter within its last word: a field had no room for more. */
function isCutOf(corpus: Corpus, name: number, side: Side, other: Side): boolean {
  const { letters } = corpus.tokens;
  const last = side.count - 1;
  if (corpus.names.isCut.values[name] !== 1 || last < 1 || other.count < side.count || letters === null) return false;
  for (let i = 0; i < last; i++) if (side.tokens[i] !== other.tokens[i]) return false;
  const end = runOf(letters, side.tokens[last] ?? 0);
  if (!startsWith(runOf(letters, other.tokens[last] ?? 0), end, 0)) return false;
  side.weight[last] = Math.min(side.weight[last] ?? 0, CUT_WORD);
  return true;
}

function equalWords(): number {
  let bits = 0;
  for (let i = 0; i < left.count; i++) {
    for (let j = 0; j < right.count; j++) {
      if (right.used[j] !== 0 || left.tokens[i] !== right.tokens[j]) continue;
      bits += left.weight[i] ?? 0;
      left.used[i] = 1;
      right.used[j] = 1;
      break;
    }
  }
  return bits;
}

/** Each word that is left takes the word of the other name that it resembles most. */
function alikeWords(corpus: Corpus): number {
  let bits = 0;
  for (let i = 0; i < left.count; i++) {
    if (left.used[i] !== 0) continue;
    let best = 0;
    let at = -1;
    for (let j = 0; j < right.count; j++) {
      if (right.used[j] !== 0) continue;
      const likeness = tokenLikeness(corpus, left.tokens[i] ?? 0, right.tokens[j] ?? 0);
      if (likeness <= best) continue;
      best = likeness;
      at = j;
    }
    if (best < LEAST_LIKE) continue;
    bits += best * Math.min(left.weight[i] ?? 0, right.weight[at] ?? 0);
    left.used[i] = best;
    right.used[at] = best;
  }
  return bits;
}

/** Letters that German puts between the parts of a compound. */
const MOST_BETWEEN = 2;

/** Two words of one name that the other writes as one: "Beratung zum Asylverfahren", "Asylverfahrensberatung". */
function joinedWords(corpus: Corpus, parts: Side, wholes: Side): number {
  const { letters } = corpus.tokens;
  if (letters === null) return 0;
  let bits = 0;
  for (let j = 0; j < wholes.count; j++) {
    if (wholes.used[j] !== 0) continue;
    const whole = runOf(letters, wholes.tokens[j] ?? 0);
    if (whole.length < 6) continue;
    for (let i = 0; i < parts.count && wholes.used[j] === 0; i++) {
      const first = firstPartOf(runOf(letters, parts.tokens[i] ?? 0), whole);
      if (parts.used[i] !== 0 || first.length > whole.length - 2 || !startsWith(whole, first, 0)) continue;
      for (let k = 0; k < parts.count; k++) {
        if (k === i || parts.used[k] !== 0) continue;
        const second = runOf(letters, parts.tokens[k] ?? 0);
        const between = whole.length - first.length - second.length;
        if (between < 0 || between > MOST_BETWEEN || !startsWith(whole, second, whole.length - second.length)) continue;
        parts.used[i] = parts.used[k] = wholes.used[j] = 0.95;
        bits += 0.95 * Math.max(wholes.weight[j] ?? 0, parts.weight[i] ?? 0);
        break;
      }
    }
  }
  return bits;
}

/** "Begleitung zu Ämtern" and "Ämterbegleitung": the n of the dative is not in the compound. */
function firstPartOf(word: Int32Array, whole: Int32Array): Int32Array {
  const last = word.length - 1;
  return last >= 4 && word[last] === N && whole[last] !== N ? word.subarray(0, last) : word;
}

const N = 110;

function startsWith(whole: Int32Array, part: Int32Array, from: number): boolean {
  for (let at = 0; at < part.length; at++) if (whole[from + at] !== part[at]) return false;
  return true;
}

/** Bits of the words that the other name lacks; a doubtful partner leaves a little. */
function rest(side: Side): number {
  let bits = 0;
  for (let i = 0; i < side.count; i++) {
    const used = side.used[i] ?? 0;
    bits += used === 0 ? (side.weight[i] ?? 0) : (1 - used) * Math.min(1, side.weight[i] ?? 0);
  }
  return bits;
}

function loose(side: Side): number {
  let count = 0;
  for (let i = 0; i < side.count; i++) if (side.used[i] === 0 && (side.weight[i] ?? 0) > 1) count++;
  return count;
}

function conclude(rarity: Rarity, isWritten: boolean, isFuzzy: boolean, sharers: number, out: NameMatch): void {
  const less = Math.min(out.restA, out.restB);
  const more = Math.max(out.restA, out.restB);
  const known = Math.min(out.shared, rarity.most);
  if (less < LEAST_REST && more < LEAST_REST) {
    out.level = isWritten ? ACRONYM : isFuzzy ? CLOSE : EXACT;
    out.bits =
      Math.min(out.shared, rarity.most + SEVERAL_WORDS) +
      (isWritten ? 0.5 : isFuzzy ? 2 : FULL_NAME) -
      0.5 * Math.log2(Math.max(2, sharers) / 2);
  } else if (less < LEAST_REST) {
    out.level = WITHIN;
    // One word more weighs little where many words are common.
    const share = Math.min(1, more / Math.max(1, out.shared));
    const agreed = Math.min(out.shared, rarity.most + SEVERAL_WORDS * (1 - share));
    out.bits = agreed * 0.9 + 1 + 2.5 * (1 - share) - Math.min(0.3 * Math.min(more, 12), 4 * share);
  } else {
    const ratio = out.shared / (out.shared + less);
    out.level = ratio >= 0.5 ? PARTLY : ratio >= 0.2 ? LITTLE : NONE;
    out.bits = known * 0.75 - 0.7 * Math.min(less, 12) - 0.15 * Math.min(more - less, 12) - (ratio >= 0.5 ? 1 : 3);
  }
  if (out.isConflict) out.bits -= 4;
  out.bits = Math.max(out.bits, -12);
}
