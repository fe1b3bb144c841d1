import { report, rounded } from '../report.ts';
import type { Matched } from '../../src/engines/same/index.ts';
import { agreement, pairKey, pairOf, pairsWithin, type Agreement } from './measure.ts';
import type { EvaluationSet } from './set.ts';

export interface Evaluated {
  readonly set: EvaluationSet;
  readonly matched: Matched;
  /** Every two records that one group holds. */
  readonly found: ReadonlySet<string>;
}

/** Holds what the engine found against the gold and prints every figure. */
export function evaluateSet(set: EvaluationSet, matched: Matched, seconds: number): Evaluated {
  const found = pairsWithin(matched.clusters);
  const whole = agreement(found, set.same);
  say(set.name, 'same: precision', whole.precision, set.precisionGoal);
  say(set.name, 'same: recall', whole.recall, set.recallGoal);
  say(set.name, 'same: F1', whole.f1, set.goal);
  count(set.name, 'same: found, right, gold', [whole.found, whole.right, whole.gold]);
  for (const outcome of ['part', 'place'] as const) {
    if (set[outcome].size === 0) continue;
    const pairs = matched.pairs.filter((pair) => pair.outcome === outcome).map(({ a, b }) => pairKey(a, b));
    sayAll(set.name, outcome, agreement(new Set(pairs), set[outcome]));
    sayAll(set.name, `${outcome}, groups as one`, agreement(betweenGroups(matched, outcome), set[outcome]));
    const taken = found.intersection(set[outcome]).size;
    report({
      bench: `same ${set.name}`,
      figure: `${outcome} taken for same`,
      value: taken,
      unit: 'pairs',
      goal: '0',
      met: taken === 0,
    });
  }
  for (const [slice, records] of set.slices) {
    const within = (pairs: ReadonlySet<string>) =>
      new Set([...pairs].filter((key) => pairOf(key).some((at) => records.has(at))));
    const part = agreement(within(found), within(set.same));
    say(set.name, `${slice}: precision`, part.precision, set.precisionGoal);
    say(set.name, `${slice}: recall`, part.recall, set.recallGoal);
    count(set.name, `${slice}: found, right, gold`, [part.found, part.right, part.gold]);
  }
  sayCalibration(set, matched);
  report({ bench: `same ${set.name}`, figure: `${set.records.length} records`, value: rounded(seconds), unit: 's' });
  return { set, matched, found };
}

/**
 * What one row of a group is to another is what the whole group is: a row without a street cannot say itself whose
 * house it shares. Who is a part of another is not only in its house.
 */
function betweenGroups({ pairs, clusters }: Matched, outcome: 'part' | 'place'): ReadonlySet<string> {
  const groupOf = new Map(clusters.flatMap((group) => group.map((record) => [record, group] as const)));
  const within = (said: 'part' | 'place'): ReadonlySet<string> =>
    new Set(
      pairs
        .filter((pair) => pair.outcome === said)
        .flatMap(({ a, b }) =>
          (groupOf.get(a) ?? [a]).flatMap((one) => (groupOf.get(b) ?? [b]).map((other) => pairKey(one, other))),
        ),
    );
  return outcome === 'part' ? within('part') : within('place').difference(within('part'));
}

function sayAll(name: string, outcome: string, { precision, recall, found, right, gold }: Agreement): void {
  say(name, `${outcome}: precision`, precision);
  say(name, `${outcome}: recall`, recall);
  count(name, `${outcome}: found, right, gold`, [found, right, gold]);
}

function say(name: string, figure: string, value: number, goal?: number): void {
  const exact = Math.round(value * 10_000) / 10_000;
  report({
    bench: `same ${name}`,
    figure,
    value: exact,
    unit: 'share',
    ...(goal === undefined ? {} : { goal: `>= ${goal}`, met: exact >= goal }),
  });
}

function count(name: string, figure: string, values: readonly number[]): void {
  report({ bench: `same ${name}`, figure, value: values[0] ?? 0, unit: values.join(' / ') });
}

/** A probability is worth its name if, of pairs at .8, eight in ten are the same: the mean gap over ten bands. */
function sayCalibration(set: EvaluationSet, { pairs }: Matched): void {
  const bands = Map.groupBy(pairs, ({ p }) => Math.min(9, Math.floor(p * 10)));
  let gap = 0;
  for (const band of bands.values()) {
    const said = band.reduce((sum, { p }) => sum + p, 0);
    const right = band.filter(({ a, b }) => set.same.has(pairKey(a, b))).length;
    gap += Math.abs(said - right);
  }
  const value = pairs.length === 0 ? 0 : rounded(gap / pairs.length);
  report({
    bench: `same ${set.name}`,
    figure: 'calibration: mean gap of p',
    value,
    unit: `share of ${pairs.length} pairs`,
  });
}
