import { compareRecords } from './compare.ts';
import { recordCount, type Corpus } from './corpus.ts';
import { newEvidence } from './evidence.ts';
import type { KeyIndex } from './key-index.ts';
import { relationOf } from './outcome.ts';
import type { Rarity } from './rarity.ts';
import { candidatesOf, newSearch } from './retrieve.ts';
import { sizeOf } from './vocabulary.ts';
import { weigh, type Model } from './weigh.ts';

/** Two records in each place, `a` < `b`, ascending, each two once; threads may be handed the numbers as they are. */
export interface Pairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** What comparing says about pairs, place by place. */
export interface Scores {
  /** The bits that speak for their being the same. */
  readonly bits: Float64Array;
  /** What they are to each other if they are not, numbers of `OTHERWISE`. */
  readonly otherwise: Uint8Array;
}

export const OTHERWISE = ['different', 'place', 'part'] as const;

/** All pairs that one of the two finds when it looks for the other, ascending; looking are the records `from` up to `to`. */
export function findPairs(corpus: Corpus, rarity: Rarity, index: KeyIndex, from: number, to: number): Pairs {
  return pairsOfCodes(codesOf(corpus, rarity, index, from, to), recordCount(corpus));
}

/** Pairs as single numbers: the smaller record times the count of records, plus the larger one. */
export function codesOf(corpus: Corpus, rarity: Rarity, index: KeyIndex, from: number, to: number): Float64Array {
  const records = recordCount(corpus);
  const search = newSearch(records);
  let codes = new Float64Array(1024);
  let count = 0;
  for (let record = from; record < to; record++) {
    for (const other of candidatesOf(corpus, rarity, index, record, search)) {
      if (count === codes.length) {
        const more = new Float64Array(count * 2);
        more.set(codes);
        codes = more;
      }
      codes[count++] = Math.min(record, other) * records + Math.max(record, other);
    }
  }
  return codes.slice(0, count);
}

/** Sorts the codes and leaves out what comes twice. */
export function pairsOfCodes(codes: Float64Array, records: number): Pairs {
  codes.sort();
  let count = 0;
  for (let at = 0; at < codes.length; at++) if (codes[at] !== codes[at - 1]) codes[count++] = codes[at] ?? 0;
  const a = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  const b = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  for (let at = 0; at < count; at++) {
    a[at] = Math.floor((codes[at] ?? 0) / records);
    b[at] = (codes[at] ?? 0) % records;
  }
  return { a, b };
}

/** Where two records stand among the pairs, `a` < `b`; -1 where they did not find each other. */
export function placeOfPair(pairs: Pairs, a: number, b: number): number {
  let low = 0;
  let high = pairs.a.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const far = (pairs.a[middle] ?? 0) - a || (pairs.b[middle] ?? 0) - b;
    if (far === 0) return middle;
    if (far < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Room for what is said about so many pairs; threads write into it. */
export function newScores(count: number): Scores {
  return {
    bits: new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT)),
    otherwise: new Uint8Array(new SharedArrayBuffer(count)),
  };
}

/** Compares the pairs `from` up to `to`. */
export function scorePairs(
  corpus: Corpus,
  rarity: Rarity,
  model: Model,
  { a, b }: Pairs,
  { bits, otherwise }: Scores,
  from: number,
  to: number,
): void {
  const evidence = newEvidence(sizeOf(corpus.fields));
  const weights = new Float64Array(evidence.bits.length);
  for (let at = from; at < to; at++) {
    const [one, other] = [a[at] ?? 0, b[at] ?? 0];
    const name = compareRecords(corpus, rarity, one, other, evidence);
    bits[at] = weigh(evidence, model, rarity.most, weights);
    otherwise[at] = OTHERWISE.indexOf(relationOf(corpus, rarity, one, other, evidence, name));
  }
}

/** Slices put together. */
export function joined(slices: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    all.set(slice, at);
    at += slice.length;
  }
  return all;
}
