import { runOf, type Runs } from './column.ts';
import { recordCount, type Corpus } from './corpus.ts';
import type { Pairs } from './pairs.ts';
import { sizeOf, usesOf } from './vocabulary.ts';
import { probability } from './weigh.ts';

/** From this expected share of repeated records on a list is trusted half. */
const HALF_CLEAN = 0.02;

/**
 * How sure it is, from 0 to 1, that a list names everything once: by how many records it seems to repeat itself.
 */
export function cleanness(corpus: Corpus, { a, b }: Pairs, bits: Float64Array): Float64Array {
  const sources = sizeOf(corpus.sources);
  const clean = new Float64Array(sources);
  if (sources < 2) return clean;
  const repeated = new Float64Array(sources);
  const { source } = corpus.records;
  for (let at = 0; at < a.length; at++) {
    const own = source.values[a[at] ?? 0] ?? 0;
    if (own === source.values[b[at] ?? 0]) {
      repeated[own] = (repeated[own] ?? 0) + probability((bits[at] ?? 0) + 3);
    }
  }
  for (let one = 0; one < sources; one++) {
    const share = ((repeated[one] ?? 0) + 0.2) / (usesOf(corpus.sources, one) + 20);
    clean[one] = 1 / (1 + share / HALF_CLEAN);
  }
  return clean;
}

/** Pairs with fewer bits are nobody's rivals. */
const LEAST_BITS = -10;

/**
 * What others cost a pair: a record can be the same as only one of a clean list, so each has to share with its
 * rivals there (a softmax over the list). Bits per pair, zero or below.
 */
export function rivalry(corpus: Corpus, pairs: Pairs, bits: Float64Array, clean: Float64Array): Float32Array {
  const cost = new Float32Array(pairs.a.length);
  if (clean.every((value) => value === 0)) return cost;
  const { source } = corpus.records;
  const records = recordCount(corpus);
  const rivals = rivalsOf(corpus, pairs, bits);
  const byList = new Map<number, number>();
  const byName = new Map<number, number>();
  for (let record = 0; record < records; record++) {
    const own = runOf(rivals, record);
    if (own.length < 2) continue;
    byList.clear();
    byName.clear();
    for (const at of own) {
      const other = otherOf(pairs, at, record);
      const odds = 2 ** Math.min(60, bits[at] ?? 0);
      add(byList, source.values[other] ?? 0, odds);
      add(byName, nameInList(corpus, other, records, clean.length), odds);
    }
    for (const at of own) {
      const other = otherOf(pairs, at, record);
      const list = source.values[other] ?? 0;
      const namesakes = byName.get(nameInList(corpus, other, records, clean.length)) ?? 0;
      const others = Math.max(0, (byList.get(list) ?? 0) - namesakes);
      cost[at] = Math.min(cost[at] ?? 0, -(clean[list] ?? 0) * Math.log2(1 + others));
    }
  }
  return cost;
}

/** For each record the places of its pairs with records of other lists. */
function rivalsOf(corpus: Corpus, { a, b }: Pairs, bits: Float64Array): Runs {
  const { source } = corpus.records;
  const isRival = (at: number) =>
    (bits[at] ?? 0) >= LEAST_BITS && source.values[a[at] ?? 0] !== source.values[b[at] ?? 0];
  const ends = new Int32Array(recordCount(corpus) + 1);
  for (let at = 0; at < a.length; at++) {
    if (!isRival(at)) continue;
    for (const one of [a[at] ?? 0, b[at] ?? 0]) ends[one] = (ends[one] ?? 0) + 1;
  }
  let sum = 0;
  for (let record = 0; record < ends.length; record++) ends[record] = sum += ends[record] ?? 0;
  const places = new Int32Array(sum);
  // From the back, so that every end moves to the start and the places ascend.
  for (let at = a.length - 1; at >= 0; at--) {
    if (!isRival(at)) continue;
    for (const one of [a[at] ?? 0, b[at] ?? 0]) places[(ends[one] = (ends[one] ?? 0) - 1)] = at;
  }
  return { starts: { values: ends, length: ends.length }, values: { values: places, length: sum } };
}

function otherOf({ a, b }: Pairs, at: number, record: number): number {
  return (a[at] === record ? b[at] : a[at]) ?? 0;
}

function add(sums: Map<number, number>, key: number, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

/** Rows of one name in one list are one row too many, no rivals: the number of a name within a list. */
function nameInList(corpus: Corpus, record: number, records: number, lists: number): number {
  const [name] = runOf(corpus.records.names, record);
  const called = name === undefined ? record : records + (corpus.names.key.values[name] ?? 0);
  return called * lists + (corpus.records.source.values[record] ?? 0);
}
