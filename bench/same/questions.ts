import { ASK_FROM, TAKE_FROM } from '../../src/areas/duplicates/questions.ts';
import { report } from '../report.ts';
import type { Evaluated } from './evaluate-set.ts';
import { pairKey, pairOf } from './measure.ts';

/**
 * How often a person who knows the truth is asked until all is settled, the surest first, and what is found then.
 * What follows from earlier answers is not asked again. Rows of one list that it tells apart in nothing are one row.
 */
export function countQuestions({ set, matched }: Evaluated): void {
  for (const takes of [true, false]) {
    const { asked, taken, wrong, joined, wanted } = settle(set, matched, takes);
    const how = takes ? 'the surest taken unasked' : 'nothing taken unasked';
    const bench = `same ${set.name}`;
    const goal = takes && set.name === 'county' ? { goal: '<= 60', met: asked <= 60 } : {};
    report({ bench, figure: `questions, ${how}`, value: asked, unit: 'count', ...goal });
    if (takes) report({ bench, figure: 'taken unasked', value: taken, unit: `count, ${wrong} of them wrong` });
    const found = wanted === 0 ? 1 : Math.round((joined / wanted) * 1000) / 1000;
    report({
      bench,
      figure: `duplicates found, ${how}`,
      value: found,
      unit: `share of ${wanted}`,
      goal: '>= 0.95',
      met: found >= 0.95,
    });
  }
}

function settle(set: Evaluated['set'], matched: Evaluated['matched'], takes: boolean) {
  const root = set.records.map((_, at) => at);
  const rootOf = (at: number): number => {
    const above = root[at] ?? at;
    return above === at ? at : rootOf(above);
  };
  const join = (a: number, b: number) => void (root[rootOf(a)] = rootOf(b));
  joinEqualRows(set, join);
  const before = countJoined(set, rootOf);
  let [asked, taken, wrong] = [0, 0, 0];
  let told: (readonly [number, number])[] = [];
  for (const { a, b, p } of matched.pairs.toSorted((one, two) => two.p - one.p)) {
    if (p < ASK_FROM || rootOf(a) === rootOf(b)) continue;
    const key = pairKey(rootOf(a), rootOf(b));
    if (told.some(([one, two]) => pairKey(rootOf(one), rootOf(two)) === key)) continue;
    const isSame = set.same.has(pairKey(a, b));
    if (takes && p >= TAKE_FROM) {
      taken += 1;
      if (!isSame) wrong += 1;
      join(a, b);
      continue;
    }
    asked += 1;
    if (isSame) join(a, b);
    else told = [...told, [a, b]];
  }
  const wanted = countWanted(set);
  return { asked, taken, wrong, joined: countJoined(set, rootOf) - before, wanted: wanted - before };
}

/** A list's own memory of rows takes these for one. */
function joinEqualRows({ records }: Evaluated['set'], join: (a: number, b: number) => void): void {
  const first = new Map<string, number>();
  for (const [at, { item }] of records.entries()) {
    const key = [item.source, item.name?.trim(), item.carrier?.trim(), item.place?.trim(), item.fields?.['times']].join(
      '|',
    );
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else join(before, at);
  }
}

/** Of each thing with n rows, n - 1 are too many. */
function countWanted(set: Evaluated['set']): number {
  return forest(set, (at) => at).missing;
}

function countJoined(set: Evaluated['set'], rootOf: (at: number) => number): number {
  return countWanted(set) - forest(set, rootOf).missing;
}

/** How many joins the gold still needs when these are made. */
function forest(set: Evaluated['set'], rootOf: (at: number) => number): { readonly missing: number } {
  const above = new Map<number, number>();
  const top = (at: number): number => {
    const next = above.get(at);
    return next === undefined ? at : top(next);
  };
  let missing = 0;
  for (const key of set.same) {
    const [a, b] = pairOf(key).map((at) => top(rootOf(at)));
    if (a === undefined || b === undefined || a === b) continue;
    above.set(a, b);
    missing += 1;
  }
  return { missing };
}
