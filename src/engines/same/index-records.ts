import { recordCount, type Corpus } from './corpus.ts';
import { indexOf, newEntries, pushEntry, type KeyIndex } from './key-index.ts';
import { keysOf } from './keys.ts';
import type { Rarity } from './rarity.ts';

/** Puts all records of a corpus under the keys by which they are found. */
export function indexRecords(corpus: Corpus, rarity: Rarity): KeyIndex {
  const entries = newEntries();
  for (let record = 0; record < recordCount(corpus); record++)
    foundBy(corpus, rarity, record, (key) => pushEntry(entries, key, record));
  return indexOf(entries);
}

/** All its keys; of a record that repeats another only those that the other lacks. */
export function foundBy(corpus: Corpus, rarity: Rarity, record: number, take: (key: number) => void): void {
  const known = new Set<number>();
  const twin = corpus.records.twin.values[record] ?? -1;
  if (twin >= 0) keysOf(corpus, rarity, twin, (_, key) => known.add(key));
  keysOf(corpus, rarity, record, (_, key) => {
    if (!known.has(key)) take(key);
  });
}
