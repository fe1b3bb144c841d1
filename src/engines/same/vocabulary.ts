import { addAt, cutRuns, newColumn, newRuns, push, pushRun, runOf, type Column, type Runs } from './column.ts';

/**
 * Texts (or pairs of numbers) and the small numbers that stand for them, given in the order in which texts first
 * appear. All of it lies in typed arrays, which no garbage collector has to walk through.
 */
export interface Vocabulary {
  /** Above each text its number + 1, at the first free place from its hash on; 0 where there is none. */
  slots: Int32Array;
  readonly hashes: Column;
  /** What each text is made of: its letters, or four or two of them at a time, or two numbers. */
  readonly parts: Runs;
  /** How many records use a text. */
  readonly uses: Column;
  /** How many of them only repeat what another record said, see repeats.ts; not longer than it has to be. */
  readonly repeats: Column;
  /** The letters of each text as numbers, so that they can be compared without strings; null where nobody does. */
  readonly letters: Runs | null;
}

export function newVocabulary(isSpelled = false): Vocabulary {
  const parts = newRuns();
  return {
    slots: new Int32Array(32),
    hashes: newColumn(),
    parts,
    uses: newColumn(),
    repeats: { values: new Int32Array(1), length: 0 },
    letters: isSpelled ? parts : null,
  };
}

/** What the text at hand is made of. */
const hand = newColumn();

/** The number of a text; a new one when it was never seen. */
export function idOf(vocabulary: Vocabulary, text: string): number {
  hand.length = 0;
  if (vocabulary.letters === null) pack(text);
  else for (let at = 0; at < text.length; at++) push(hand, text.charCodeAt(at));
  return idAtHand(vocabulary);
}

/** Two numbers as one, for counting how often they come together. */
export function pairedId(vocabulary: Vocabulary, a: number, b: number): number {
  hand.length = 0;
  push(hand, a);
  push(hand, b);
  return idAtHand(vocabulary);
}

const BYTE = 0xff;

/** Length and width first, then four letters in each number, two where one of them is wide. */
function pack(text: string): void {
  push(hand, text.length << 1);
  for (let at = 0; at < text.length; at += 4) {
    const [a, b, c, d] = [text.charCodeAt(at), codeAt(text, at + 1), codeAt(text, at + 2), codeAt(text, at + 3)];
    if ((a | b | c | d) > BYTE) return packWide(text);
    push(hand, a | (b << 8) | (c << 16) | (d << 24));
  }
}

function packWide(text: string): void {
  hand.length = 0;
  push(hand, (text.length << 1) | 1);
  for (let at = 0; at < text.length; at += 2) push(hand, text.charCodeAt(at) | (codeAt(text, at + 1) << 16));
}

function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

function idAtHand(vocabulary: Vocabulary): number {
  const { slots, hashes, uses, parts } = vocabulary;
  const hash = hashOfHand();
  let slot = hash & (slots.length - 1);
  for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
    if (hashes.values[known - 1] === hash && isAtHand(parts, known - 1)) return known - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  const id = uses.length;
  push(uses, 0);
  push(hashes, hash);
  pushRun(parts, hand.values.subarray(0, hand.length));
  if (uses.length * 2 > slots.length) enlarge(vocabulary);
  else slots[slot] = id + 1;
  return id;
}

/** FNV-1a (G. Fowler, L. Noll, P. Vo) over whole numbers, the upper bits mixed into the lower ones. */
function hashOfHand(): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < hand.length; at++) hash = Math.imul(hash ^ (hand.values[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function isAtHand({ starts, values }: Runs, id: number): boolean {
  const from = starts.values[id] ?? 0;
  if ((starts.values[id + 1] ?? 0) - from !== hand.length) return false;
  for (let at = 0; at < hand.length; at++) if (values.values[from + at] !== hand.values[at]) return false;
  return true;
}

function enlarge(vocabulary: Vocabulary): void {
  const slots = new Int32Array(vocabulary.slots.length * 2);
  for (let id = 0; id < vocabulary.uses.length; id++) {
    let slot = (vocabulary.hashes.values[id] ?? 0) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
  vocabulary.slots = slots;
}

export function use(vocabulary: Vocabulary, id: number, amount: number): void {
  if (id >= 0) addAt(vocabulary.uses, id, amount);
}

export function usesOf(vocabulary: Vocabulary, id: number): number {
  return vocabulary.uses.values[id] ?? 0;
}

/** How many records use a text, each holder counted once. */
export function holdersOf(vocabulary: Vocabulary, id: number): number {
  const { repeats } = vocabulary;
  const repeated = id < repeats.length ? (repeats.values[id] ?? 0) : 0;
  return Math.max(1, usesOf(vocabulary, id) - repeated);
}

/** Counts records that use a text and are no holders of their own: +1 when one comes, -1 when it goes. */
export function repeat(vocabulary: Vocabulary, id: number, amount: number): void {
  addAt(vocabulary.repeats, id, amount);
}

/** How many different texts there are; also where only the numbers were handed over. */
export function sizeOf(vocabulary: Vocabulary): number {
  return vocabulary.uses.length;
}

/** A text put together from its letters. */
export function textOf(vocabulary: Vocabulary, id: number): string {
  return vocabulary.letters === null ? '' : String.fromCharCode(...runOf(vocabulary.letters, id));
}

/** Forgets the texts that came after there were `count`, the last one first: nobody behind it was passed on because of it. */
export function cutVocabulary(vocabulary: Vocabulary, count: number): void {
  const { slots, hashes, uses, repeats, parts } = vocabulary;
  for (let id = uses.length - 1; id >= count; id--) {
    let slot = (hashes.values[id] ?? 0) & (slots.length - 1);
    while (slots[slot] !== id + 1) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = 0;
  }
  uses.length = count;
  hashes.length = count;
  repeats.length = Math.min(repeats.length, count);
  cutRuns(parts, count);
}
