import type { Corpus } from './corpus.ts';
import type { KeyIndex } from './key-index.ts';
import { learnFrom } from './learn.ts';
import { codesOf, scorePairs, type Pairs, type Scores } from './pairs.ts';
import { rarityOf, type Rarity } from './rarity.ts';
import type { Model } from './weigh.ts';

/** What every thread is told before it is asked. Numbers lie in shared memory. */
export type News =
  | { readonly do: 'open'; readonly corpus: Corpus; readonly index: KeyIndex }
  | { readonly do: 'weights'; readonly model: Model; readonly found: Pairs; readonly scores: Scores };

/** What one thread is asked: to look for others, to compare pairs and write down what it found, to learn from pairs. */
export type Task =
  | { readonly do: 'find' | 'score'; readonly from: number; readonly to: number }
  | { readonly do: 'learn'; readonly found: Pairs };

/** Codes of pairs, or what was learnt; nothing where the answer was written into shared memory. */
export interface Answer {
  readonly codes?: Float64Array;
  readonly model?: Model;
}

/** One who answers: is told corpus and weights once, and then asked slice after slice. */
export function newWork(): (task: News | Task) => Answer | null {
  let opened: { readonly corpus: Corpus; readonly index: KeyIndex; readonly rarity: Rarity } | null = null;
  let learnt: { readonly model: Model; readonly found: Pairs; readonly scores: Scores } | null = null;
  return (task) => {
    if (task.do === 'open') opened = { corpus: task.corpus, index: task.index, rarity: rarityOf(task.corpus, true) };
    if (task.do === 'weights') learnt = task;
    if (opened === null || task.do === 'open' || task.do === 'weights') return null;
    const { corpus, rarity, index } = opened;
    if (task.do === 'learn') return { model: learnFrom(corpus, rarity, task.found) };
    const { from, to } = task;
    if (task.do === 'find') return { codes: codesOf(corpus, rarity, index, from, to) };
    if (learnt !== null) scorePairs(corpus, rarity, learnt.model, learnt.found, learnt.scores, from, to);
    return {};
  };
}
