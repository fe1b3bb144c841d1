import { compareRecords } from './compare.ts';
import { recordCount, type Corpus } from './corpus.ts';
import { newEvidence } from './evidence.ts';
import { decided, explain, tellReasonsLater, type Explaining, type GiveReasons } from './explain.ts';
import { groupsOf } from './group.ts';
import type { Item, Options, Outcome, Pair } from './item.ts';
import { LEAST_P, leastBits } from './options.ts';
import { OTHERWISE, placeOfPair, type Pairs, type Scores } from './pairs.ts';
import type { Rarity } from './rarity.ts';
import { cleanness, rivalry } from './rivals.ts';
import { sizeOf } from './vocabulary.ts';
import { probability, weigh, type Model } from './weigh.ts';

/** Pairs that say something, and the groups of two or more records that are the same. */
export interface Matched {
  readonly pairs: readonly Pair[];
  readonly clusters: readonly (readonly number[])[];
}

export interface Scored {
  readonly items: readonly Item[];
  /** The place of each record among the items. */
  readonly order: readonly number[];
  readonly corpus: Corpus;
  readonly rarity: Rarity;
  readonly model: Model;
  readonly found: Pairs;
  readonly scores: Scores;
  readonly options: Options;
}

/** From scored pairs to verdicts and groups. */
export function concludePairs({ items, order, corpus, rarity, model, found, scores, options }: Scored): Matched {
  const least = leastBits(options);
  const leastP = options.leastP ?? LEAST_P;
  const cost = rivalry(corpus, found, scores.bits, cleanness(corpus, found, scores.bits));
  const evidence = newEvidence(sizeOf(corpus.fields));
  const weights = new Float64Array(evidence.bits.length);
  const alone = scores.bits.map((bits, at) => bits + (cost[at] ?? 0));
  const groups = groupsOf(recordCount(corpus), found, alone, least, (a, b) => {
    compareRecords(corpus, rarity, a, b, evidence);
    return weigh(evidence, model, rarity.most, weights);
  });
  const groupOf = new Int32Array(recordCount(corpus)).fill(-1);
  for (const [number, group] of groups.entries()) for (const record of group) groupOf[record] = number;
  const areTogether = (a: number, b: number) => groupOf[a] !== -1 && groupOf[a] === groupOf[b];
  const about: Explaining = {
    corpus,
    rarity,
    model,
    evidence,
    weights,
    least,
    itemOf: (record) => items[order[record] ?? -1],
    placeOf: (record) => order[record] ?? -1,
  };
  const recordOf = new Int32Array(order.length);
  for (const [record, place] of order.entries()) recordOf[place] = record;
  const giveReasons: GiveReasons = tellReasonsLater((one, other) => {
    const a = Math.min(recordOf[one] ?? 0, recordOf[other] ?? 0);
    const b = Math.max(recordOf[one] ?? 0, recordOf[other] ?? 0);
    return explain(about, a, b, cost[placeOfPair(found, a, b)] ?? 0, areTogether(a, b)).reasons;
  });
  const said: Pair[] = [];
  for (let at = 0; at < found.a.length; at++) {
    const [a, b] = [found.a[at] ?? 0, found.b[at] ?? 0];
    const isTogether = areTogether(a, b);
    const p = probability(decided(alone[at] ?? 0, least, isTogether));
    const outcome: Outcome = isTogether ? 'same' : (OTHERWISE[scores.otherwise[at] ?? 0] ?? 'different');
    if (outcome === 'different' && p < leastP) continue;
    const [one, other] = [order[a] ?? -1, order[b] ?? -1];
    const pair = { a: Math.min(one, other), b: Math.max(one, other), p, outcome };
    giveReasons(pair);
    said.push(pair);
  }
  return {
    pairs: said.sort((x, y) => x.a - y.a || x.b - y.b),
    clusters: groups
      .map((group) => group.map((record) => order[record] ?? 0).toSorted((x, y) => x - y))
      .toSorted((x, y) => (x[0] ?? 0) - (y[0] ?? 0)),
  };
}
