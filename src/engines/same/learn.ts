import { adapt, keepInSample, newSample } from './adapt.ts';
import { compareRecords } from './compare.ts';
import { recordCount, type Corpus } from './corpus.ts';
import { newEvidence } from './evidence.ts';
import { mix } from './keys.ts';
import type { Pairs } from './pairs.ts';
import type { Rarity } from './rarity.ts';
import { sizeOf } from './vocabulary.ts';
import { newModel, type Model } from './weigh.ts';

const SAMPLE = 40_000;
const SAMPLING = 60;

/**
 * Adapts the shipped weights to the pairs found in the lists at hand, or to an even sample when there are many.
 * `seekers` is how many records looked for others.
 */
export function learnFrom(corpus: Corpus, rarity: Rarity, { a, b }: Pairs, seekers = recordCount(corpus)): Model {
  const fields = sizeOf(corpus.fields);
  const model = newModel(fields, rarity.most);
  const evidence = newEvidence(fields);
  const sample = newSample(fields);
  const share = Math.min(1, SAMPLE / Math.max(1, a.length));
  for (let at = 0; at < a.length; at++) {
    const first = a[at] ?? 0;
    const second = b[at] ?? 0;
    if (share < 1 && mix(SAMPLING, first, second) > share * 0xffffffff) continue;
    compareRecords(corpus, rarity, first, second, evidence);
    keepInSample(sample, evidence);
  }
  adapt(model, sample, share, seekers, rarity.most);
  return model;
}
