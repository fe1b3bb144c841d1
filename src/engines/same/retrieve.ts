import { recordCount, type Corpus } from './corpus.ts';
import { recordsOf, type KeyIndex } from './key-index.ts';
import { keysOf, WAYS } from './keys.ts';
import type { Rarity } from './rarity.ts';

/** A key that more records have is passed over: it would cost much and say little. */
const MOST_SHARERS = 200;
/** So many candidates are compared at most. */
const BEST = 48;
/** Bits that candidates of a large list have to share; of a small one less, there is time for all of them. */
const NEEDED = 0.9;
const SMALL_WORLD = 14;

/** Room that finding candidates needs, made once for many records. */
export interface Search {
  readonly totals: Float32Array;
  /** The best key of the way at hand. */
  readonly best: Float32Array;
  readonly touched: number[];
  readonly touchedNow: number[];
  readonly ways: number[];
  readonly keys: number[];
  readonly found: number[];
}

export function newSearch(records: number): Search {
  return {
    totals: new Float32Array(records),
    best: new Float32Array(records),
    touched: [],
    touchedNow: [],
    ways: [],
    keys: [],
    found: [],
  };
}

/**
 * The records that may be the same as `record`, ascending. Of each way (name, address, ways to reach, other fields,
 * carrier) the rarest key that both have counts, the ways are added up: a record without a telephone is found by its
 * name alone, and what is common needs company.
 */
export function candidatesOf(
  corpus: Corpus,
  rarity: Rarity,
  index: KeyIndex,
  record: number,
  search: Search,
): readonly number[] {
  const { ways, keys, totals, best, touched, touchedNow, found } = search;
  ways.length = 0;
  keys.length = 0;
  touched.length = 0;
  found.length = 0;
  keysOf(corpus, rarity, record, (way, key) => {
    ways.push(way);
    keys.push(key);
  });
  const world = Math.log2(recordCount(corpus) + 1);
  for (let way = 0; way < WAYS.length; way++) {
    touchedNow.length = 0;
    for (let at = 0; at < keys.length; at++) {
      if (ways[at] === way) score(index, keys[at] ?? 0, record, world, search);
    }
    for (const other of touchedNow) {
      if (totals[other] === 0) touched.push(other);
      totals[other] = (totals[other] ?? 0) + (best[other] ?? 0);
      best[other] = 0;
    }
  }
  const needed = world * NEEDED - 2 * Math.max(0, SMALL_WORLD - world);
  for (const other of touched) if ((totals[other] ?? 0) >= needed) found.push(other);
  if (found.length > BEST) {
    found.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
    found.length = BEST;
  }
  const twin = corpus.records.twin.values[record] ?? -1;
  if (twin >= 0 && !found.includes(twin)) found.push(twin);
  for (const other of touched) totals[other] = 0;
  return found;
}

function score(index: KeyIndex, key: number, record: number, world: number, search: Search): void {
  const [from, to] = recordsOf(index, key);
  const fresh = index.fresh.get(key);
  const count = to - from + (fresh?.length ?? 0);
  if (count > MOST_SHARERS) return;
  const weight = 1 + world - Math.log2(count + 1);
  for (let at = from; at < to; at++) touch(search, index.records[at] ?? 0, record, weight);
  if (fresh !== undefined) for (const other of fresh) touch(search, other, record, weight);
}

function touch({ best, touchedNow }: Search, other: number, record: number, weight: number): void {
  if (other === record) return;
  const before = best[other] ?? 0;
  if (before === 0) touchedNow.push(other);
  if (weight > before) best[other] = weight;
}
