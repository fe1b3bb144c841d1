import { setImmediate } from 'node:timers/promises';
import { addItem } from './add-item.ts';
import { concludePairs, type Matched } from './conclude.ts';
import { newCorpus, recordCount, type Corpus } from './corpus.ts';
import { indexRecords } from './index-records.ts';
import type { Item, Options } from './item.ts';
import { inOrderOfContent } from './order.ts';
import { joined, newScores, pairsOfCodes } from './pairs.ts';
import { rarityOf } from './rarity.ts';
import { countRepeats } from './repeats.ts';
import { sharedCorpus, sharedIndex } from './share.ts';
import { openThreads } from './threads.ts';
import { sizeOf } from './vocabulary.ts';
import { newModel } from './weigh.ts';

export interface LargeOptions extends Options {
  /** How many threads compare; 2 unless said, 0 for this one alone. The result does not depend on it. */
  readonly threads?: number;
  /** How many records a thread takes at once; 10,000 unless said. Smaller: it stops sooner and is a little slower. */
  readonly atOnce?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly step: 'read' | 'find' | 'score';
  /** 0 to 1, within the step. */
  readonly share: number;
}

const READ_AT_ONCE = 5_000;
const RECORDS_A_SLICE = 10_000;
const PAIRS_A_RECORD = 5;

/**
 * As `matchAll`, for large lists: threads find and compare, this thread stays free to answer in between and stops when
 * told to. Gives the same result as `matchAll`.
 *
 * @example await matchLarge(items, { onProgress: ({ step, share }) => show(step, share), signal })
 */
export async function matchLarge(items: readonly Item[], options: LargeOptions = {}): Promise<Matched> {
  const progress = (step: Progress['step']) => (share: number) => options.onProgress?.({ step, share });
  const { atOnce = RECORDS_A_SLICE } = options;
  const order = inOrderOfContent(items);
  const corpus = await readAll(items, order, options.signal, progress('read'));
  const rarity = rarityOf(corpus, true);
  const threads = openThreads(options.threads ?? 2, options.signal);
  try {
    threads.tell({ do: 'open', corpus, index: sharedIndex(indexRecords(corpus, rarity)) });
    const slices = await threads.each('find', recordCount(corpus), atOnce, progress('find'));
    const found = pairsOfCodes(joined(slices.flatMap(({ codes }) => codes ?? [])), recordCount(corpus));
    const { model = newModel(sizeOf(corpus.fields), rarity.most) } = await threads.ask({ do: 'learn', found });
    const scores = newScores(found.a.length);
    threads.tell({ do: 'weights', model, found, scores });
    await threads.each('score', found.a.length, PAIRS_A_RECORD * atOnce, progress('score'));
    return concludePairs({ items, order, corpus, rarity, model, found, scores, options });
  } finally {
    await threads.close();
  }
}

/** Reads slice by slice, and keeps the numbers only: the texts of a million records would stay for nothing. */
async function readAll(
  items: readonly Item[],
  order: readonly number[],
  signal: AbortSignal | undefined,
  onRead: (share: number) => void,
): Promise<Corpus> {
  const corpus = newCorpus();
  for (const [at, place] of order.entries()) {
    addItem(corpus, items[place] ?? { source: '' });
    if (at % READ_AT_ONCE !== 0) continue;
    onRead(at / order.length);
    await setImmediate();
    signal?.throwIfAborted();
  }
  countRepeats(corpus);
  return sharedCorpus(corpus);
}
