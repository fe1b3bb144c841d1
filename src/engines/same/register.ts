import { addItem } from './add-item.ts';
import { newCorpus, recordCount, type Corpus } from './corpus.ts';
import { count } from './count.ts';
import { newEvidence } from './evidence.ts';
import { explain, type Explaining } from './explain.ts';
import { foundBy, indexRecords } from './index-records.ts';
import type { Item, Options, Pair } from './item.ts';
import { addFresh, type KeyIndex } from './key-index.ts';
import { learnFrom } from './learn.ts';
import { LEAST_P, leastBits } from './options.ts';
import { codesOf, findPairs, joined, pairsOfCodes } from './pairs.ts';
import { rarityOf, type Rarity } from './rarity.ts';
import { watchRepeats } from './repeats.ts';
import { candidatesOf, newSearch, type Search } from './retrieve.ts';
import { markOf, rollBack } from './roll-back.ts';
import { sizeOf } from './vocabulary.ts';
import type { Model } from './weigh.ts';

/** Records that stay, to be asked about one new record at a time. */
export interface Register {
  /** How many records are in it. */
  size(): number;
  /** Takes a record in and gives its number: the items it was opened with have 0, 1, 2 …, later ones what follows. */
  add(item: Item): number;
  remove(id: number): void;
  /**
   * The records that may be the same as a new one or belong to it, the likeliest first. The new one is `a` and has the
   * number -1, `b` is the number in the register. Nothing is kept.
   */
  candidates(item: Item): readonly Pair[];
  /** The same for a record of the register: `a` is its number. */
  candidatesOf(id: number): readonly Pair[];
}

const NEW = -1;

/**
 * Opens a register with the records that are known. What is learnt from them about the lists stays as it is.
 *
 * @example
 * const register = openRegister(items);
 * register.candidates({ source: 'form', name: 'TDV Dresden e.V.', place: 'Dresden' })[0]?.b // the number of the TDV
 */
export function openRegister(items: readonly Item[], options: Options = {}): Register {
  const corpus = newCorpus();
  const kept: (Item | null)[] = [];
  for (const item of items) {
    addItem(corpus, item);
    kept.push(item);
  }
  const repeats = watchRepeats(corpus);
  const settled = rarityOf(corpus, true);
  const index = indexRecords(corpus, settled);
  const model = learnFromSome(corpus, settled, index);
  const least = leastBits(options);
  const leastP = options.leastP ?? LEAST_P;
  let search = newSearch(recordCount(corpus) * 2 + 1);

  function room(): Search {
    if (search.totals.length <= recordCount(corpus)) search = newSearch(recordCount(corpus) * 2);
    return search;
  }

  function pairsOf(record: number, item: Item, number: number): readonly Pair[] {
    const rarity = rarityOf(corpus, false);
    const evidence = newEvidence(sizeOf(corpus.fields));
    const about: Explaining = {
      corpus,
      rarity,
      model,
      evidence,
      weights: new Float64Array(evidence.bits.length),
      least,
      itemOf: (one) => (one === record ? item : (kept[one] ?? undefined)),
      placeOf: (one) => (one === record ? number : one),
    };
    const pairs: Pair[] = [];
    for (const other of candidatesOf(corpus, rarity, index, record, room())) {
      if (kept[other] === null || other === record) continue;
      const pair = explain(about, record, other, 0, null);
      if (pair.outcome !== 'different' || pair.p >= leastP) pairs.push(pair);
    }
    return pairs.toSorted((x, y) => y.p - x.p || x.b - y.b);
  }

  return {
    size: () => kept.filter((item) => item !== null).length,
    add(item) {
      const record = addItem(corpus, item);
      kept.push(item);
      repeats.come(record);
      foundBy(corpus, rarityOf(corpus, false), record, (key) => addFresh(index, key, record));
      return record;
    },
    remove(id) {
      if (kept[id] === undefined || kept[id] === null) return;
      kept[id] = null;
      count(corpus, id, -1);
      repeats.go(id);
    },
    candidates(item) {
      const mark = markOf(corpus);
      corpus.passing.tokens = sizeOf(corpus.tokens);
      try {
        return pairsOf(addItem(corpus, item), item, NEW);
      } finally {
        rollBack(corpus, mark);
        corpus.passing.tokens = Infinity;
      }
    },
    candidatesOf(id) {
      const item = kept[id];
      return item === undefined || item === null ? [] : pairsOf(id, item, id);
    },
  };
}

const SLICES = 20;
const SEEKERS = 1_000;

/** Of a large register every twentieth part lets a thousand records look for others: enough to learn from. */
function learnFromSome(corpus: Corpus, rarity: Rarity, index: KeyIndex): Model {
  const count = recordCount(corpus);
  if (count <= SLICES * SEEKERS) return learnFrom(corpus, rarity, findPairs(corpus, rarity, index, 0, count));
  const codes = Array.from({ length: SLICES }, (_, slice) => {
    const from = Math.floor((slice * count) / SLICES);
    return codesOf(corpus, rarity, index, from, from + SEEKERS);
  });
  // Pairs are found from one side only here, so each stands for two.
  return learnFrom(corpus, rarity, pairsOfCodes(joined(codes), count), 2 * SLICES * SEEKERS);
}
