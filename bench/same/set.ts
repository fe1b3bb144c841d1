import type { Item } from '../../src/engines/same/index.ts';
import { pairKey } from './measure.ts';

/** One row of a list, and how a person would point at it. */
export interface SetRecord {
  readonly label: string;
  readonly item: Item;
}

/** Records of which is known what is the same. */
export interface EvaluationSet {
  readonly name: string;
  readonly records: readonly SetRecord[];
  /** Pairs (`pairKey`) of records that are the same. */
  readonly same: ReadonlySet<string>;
  /** Pairs that belong together without being the same: `part` of the other, at the same `place`; empty where unknown. */
  readonly part: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  /** Kinds of difficulty and the records that have it; a pair counts where one of its records does. */
  readonly slices: ReadonlyMap<string, ReadonlySet<number>>;
  /** F1 to reach, all pairs within groups counted. */
  readonly goal: number;
  /** Precision and recall to reach, where both are asked for. */
  readonly precisionGoal?: number;
  readonly recallGoal?: number;
}

/** Gold that names each record's thing, as pairs. */
export function samePairs(things: readonly string[]): Set<string> {
  const rows = Map.groupBy(things.keys(), (row) => things[row] ?? '');
  const pairs = new Set<string>();
  for (const [thing, group] of rows) {
    if (thing === '') continue;
    for (const [place, a] of group.entries()) for (const b of group.slice(place + 1)) pairs.add(pairKey(a, b));
  }
  return pairs;
}
