import { runOf } from './column.ts';
import { excludeEachOther } from './contrasts.ts';
import type { Corpus } from './corpus.ts';
import { hasDigit, wordLikeness } from './likeness.ts';
import { distance, latinCodes, patternOf, type Pattern } from './script/align.ts';
import { prepared } from './script/prepare.ts';
import { textOf, usesOf } from './vocabulary.ts';

/** Words made ready for being held against words of another script. */
interface Known {
  readonly patterns: Map<number, Pattern>;
  readonly latin: Map<number, Uint16Array>;
}

const known = new WeakMap<Corpus, Known>();
const ARTICLE = /^(?:و|ب|ك)?(?:ال|لل)(?=..)/u;
/** Words kept ready at most; then one begins anew. */
const MOST_KEPT = 20_000;
const STRIDE = 2 ** 26;

const SLOTS = 1 << 18;
const slotKeys = new Float64Array(SLOTS).fill(-1);
const slotAnswers = new Float32Array(SLOTS);
let slotCorpus: Corpus | null = null;

/** How sure it is, 0 to 1, that two different words are one: misspelled, shortened, in another script or language. */
export function tokenLikeness(corpus: Corpus, a: number, b: number): number {
  if (slotCorpus !== corpus) {
    slotKeys.fill(-1);
    slotCorpus = corpus;
  }
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (high >= corpus.passing.tokens) return Math.fround(likenessOf(corpus, a, b));
  const key = low * STRIDE + high;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - 18);
  if (slotKeys[slot] === key) return slotAnswers[slot] ?? 0;
  const answer = likenessOf(corpus, a, b);
  slotKeys[slot] = key;
  slotAnswers[slot] = answer;
  return slotAnswers[slot] ?? 0;
}

function likenessOf(corpus: Corpus, a: number, b: number): number {
  const { letters } = corpus.tokens;
  if (letters === null) return 0;
  if (excludeEachOther(corpus.contrast.values[a] ?? -1, corpus.contrast.values[b] ?? -1)) return 0;
  const meaning = meaningLikeness(corpus, a, b);
  const wordA = runOf(letters, a);
  const wordB = runOf(letters, b);
  const latinA = isLatin(wordA);
  if (latinA && isLatin(wordB)) {
    return Math.max(meaning, wordLikeness(wordA, wordB), soundLikeness(corpus, a, b, wordA, wordB));
  }
  if (meaning > 0) return meaning;
  if (latinA === isLatin(wordB)) return Math.max(wordLikeness(wordA, wordB), soundLikeness(corpus, a, b, wordA, wordB));
  return latinA ? acrossScripts(corpus, b, a) : acrossScripts(corpus, a, b);
}

/**
 * Two words for the same kind of thing, about the same. "Musikverein" and "Bürgerverein" are not alike for being
 * both associations, but each may be called "Verein" in short.
 */
function meaningLikeness(corpus: Corpus, a: number, b: number): number {
  const kind = corpus.kindOf.values[a] ?? -1;
  const topic = corpus.topicOf.values[a] ?? -1;
  const otherTopic = corpus.topicOf.values[b] ?? -1;
  const otherKind = corpus.kindOf.values[b] ?? -1;
  const isKind = kind === otherKind || (kind >= 0 && otherKind >= 0 && isHead(corpus, a, b));
  if (topic >= 0 && topic === otherTopic) return isKind ? 0.9 : isUnitPair(corpus, a, b) ? 0 : 0.7;
  if (kind < 0 || !isKind || (topic >= 0 && otherTopic >= 0)) return 0;
  const compounds = (corpus.isCompound.values[a] ?? 0) + (corpus.isCompound.values[b] ?? 0);
  return compounds === 0 ? 0.8 : compounds === 1 ? 0.6 : 0;
}

function isHead(corpus: Corpus, a: number, b: number): boolean {
  const headA = corpus.headKindOf.values[a];
  const headB = corpus.headKindOf.values[b];
  return headA === corpus.kindOf.values[b] || headB === corpus.kindOf.values[a];
}

function isUnitPair(corpus: Corpus, a: number, b: number): boolean {
  return corpus.isUnit.values[a] === 1 && corpus.isUnit.values[b] === 1;
}

function isLatin(word: Int32Array): boolean {
  return (word[0] ?? 0) < 0x370;
}

/** A common word has one spelling; names from other scripts have many: "Schurawlyk", "Zhuravlyk". */
const COMMON = 30;

function soundLikeness(corpus: Corpus, a: number, b: number, wordA: Int32Array, wordB: Int32Array): number {
  if (Math.min(wordA.length, wordB.length) < 3 || hasDigit(wordA) || hasDigit(wordB)) return 0;
  const usesA = usesOf(corpus.tokens, a);
  const usesB = usesOf(corpus.tokens, b);
  if (Math.min(usesA, usesB) > COMMON) return 0;
  const skeletons = runOf(corpus.tokenSkeletons, b);
  for (const skeleton of runOf(corpus.tokenSkeletons, a)) {
    if (!skeletons.includes(skeleton)) continue;
    const length = corpus.skeletons.letters === null ? 0 : runOf(corpus.skeletons.letters, skeleton).length;
    return length >= 4 ? 0.85 : length === 3 ? 0.75 : 0.6;
  }
  if (Math.max(usesA, usesB) > COMMON || wordA.length + wordB.length >= MOST_SPELLED) return 0;
  return isLatin(wordA) && isLatin(wordB) ? spelledLikeness(corpus, a, b) : 0;
}

const MOST_SPELLED = 24;

/** Two spellings of a name from another language: "Nay" and "Nai", "Tschiya" and "Chiya". */
function spelledLikeness(corpus: Corpus, a: number, b: number): number {
  const wrong = Math.min(wrongLetters(corpus, a, b), wrongLetters(corpus, b, a));
  return wrong <= 0.02 ? 0.85 : wrong <= 0.08 ? 0.7 : 0;
}

function wrongLetters(corpus: Corpus, spelled: number, read: number): number {
  const { patterns, latin } = knownOf(corpus);
  const isPassing = Math.max(spelled, read) >= corpus.passing.tokens;
  const pattern = keep(patterns, spelled, isPassing, () => patternOf(prepared(textOf(corpus.tokens, spelled))));
  const codes = keep(latin, read, isPassing, () => latinCodes(prepared(textOf(corpus.tokens, read))));
  const length = Math.max(pattern.text.length, codes.length);
  return distance(pattern, codes, length * 10) / 100 / length;
}

/** By the cheapest way to spell the foreign word in Latin letters, wrong letters per letter. */
function acrossScripts(corpus: Corpus, foreign: number, latin: number): number {
  const { patterns, latin: spelled } = knownOf(corpus);
  const isPassing = Math.max(foreign, latin) >= corpus.passing.tokens;
  const pattern = keep(patterns, foreign, isPassing, () =>
    patternOf(prepared(textOf(corpus.tokens, foreign).replace(ARTICLE, ''))),
  );
  const codes = keep(spelled, latin, isPassing, () => latinCodes(prepared(textOf(corpus.tokens, latin))));
  const length = Math.max(pattern.text.length, codes.length);
  const wrong = length < 3 ? 1 : distance(pattern, codes, length * 34) / 100 / length;
  return wrong <= 0.08 ? 0.95 : wrong <= 0.16 ? 0.85 : wrong <= 0.25 ? 0.7 : 0;
}

function keep<Value>(kept: Map<number, Value>, id: number, isPassing: boolean, make: () => Value): Value {
  const before = isPassing ? undefined : kept.get(id);
  const value = before ?? make();
  if (before !== undefined || isPassing) return value;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(id, value);
  return value;
}

function knownOf(corpus: Corpus): Known {
  let own = known.get(corpus);
  if (own === undefined) known.set(corpus, (own = { patterns: new Map(), latin: new Map() }));
  return own;
}
