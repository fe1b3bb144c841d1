import { addItem } from './add-item.ts';
import { concludePairs, type Matched } from './conclude.ts';
import { newCorpus, recordCount } from './corpus.ts';
import { indexRecords } from './index-records.ts';
import type { Item, Options } from './item.ts';
import { learnFrom } from './learn.ts';
import { inOrderOfContent } from './order.ts';
import { findPairs, newScores, scorePairs } from './pairs.ts';
import { rarityOf } from './rarity.ts';
import { countRepeats } from './repeats.ts';

/**
 * Finds in a heap of records which are the same, which belong together and which share a place.
 * The order of the records does not change the result.
 *
 * @example
 * matchAll([
 *   { source: 'a', name: 'Türkisch-Deutscher Verein e. V.', phones: ['0351 123456'] },
 *   { source: 'b', name: 'TDV Dresden', phones: ['0351/123456'] },
 * ]).clusters // [[0, 1]]
 */
export function matchAll(items: readonly Item[], options: Options = {}): Matched {
  const order = inOrderOfContent(items);
  const corpus = newCorpus();
  for (const place of order) addItem(corpus, items[place] ?? { source: '' });
  countRepeats(corpus);
  const rarity = rarityOf(corpus, true);
  const found = findPairs(corpus, rarity, indexRecords(corpus, rarity), 0, recordCount(corpus));
  const model = learnFrom(corpus, rarity, found);
  const scores = newScores(found.a.length);
  scorePairs(corpus, rarity, model, found, scores, 0, found.a.length);
  return concludePairs({ items, order, corpus, rarity, model, found, scores, options });
}
