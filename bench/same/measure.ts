/** How well what was found agrees with what is known to be true. */
export interface Agreement {
  readonly found: number;
  readonly gold: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A pair of records as one text, whichever comes first. */
export function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export function pairOf(key: string): readonly [number, number] {
  const [a = 0, b = 0] = key.split(' ').map(Number);
  return [a, b];
}

/** Every two records that stand in one group. */
export function pairsWithin(groups: readonly (readonly number[])[]): Set<string> {
  const pairs = new Set<string>();
  for (const group of groups) {
    for (const [place, a] of group.entries()) for (const b of group.slice(place + 1)) pairs.add(pairKey(a, b));
  }
  return pairs;
}

/** Nothing found is no mistake, nothing to find is nothing missed: both count as 1. */
export function agreement(found: ReadonlySet<string>, gold: ReadonlySet<string>): Agreement {
  const right = found.intersection(gold).size;
  const precision = found.size === 0 ? 1 : right / found.size;
  const recall = gold.size === 0 ? 1 : right / gold.size;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { found: found.size, gold: gold.size, right, precision, recall, f1 };
}
