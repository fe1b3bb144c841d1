import { tally, type Ballots, type Tally } from './ballots.ts';
import { adjusted, atLeast, logFactorials } from './exact-test.ts';
import type { Groups } from './groups.ts';

/** What a group says clearly more often than the others. */
export interface Representative {
  readonly column: number;
  readonly direction: 'agree' | 'disagree';
  /** Shares of this direction among the answers here and among those of all other groups. */
  readonly share: number;
  readonly otherShare: number;
  readonly p: number;
  /** The share of false ones that is put up with when everything up to here is believed. */
  readonly q: number;
}

/** Both directions of every statement against every group: by group, then by column. */
export interface Tested {
  readonly agree: Float64Array;
  readonly disagree: Float64Array;
}

/** At most this share of what is called representative may be false. */
export const FALSE_SHARE = 0.05;
const LEAST_ANSWERS = 3;

/**
 * Tests each statement for each group, exactly, with labels that the statement had no part in: groups are made from
 * votes, and what was sorted by the votes differs in the votes even where there is nothing (double dipping). Where the
 * groups were given, their own labels are used.
 */
export function testStatements(ballots: Ballots, groups: Groups): Tested[] {
  const logs = logFactorials(ballots.participants.length);
  const size = ballots.statements.length;
  const tested = Array.from({ length: groups.k }, () => ({
    agree: new Float64Array(size).fill(1),
    disagree: new Float64Array(size).fill(1),
  }));
  if (groups.k < 2) return tested;
  const parts = groups.refits.length > 0 ? groups.refits.slice(0, PARTS) : [null];
  for (const part of parts) {
    const tallies = talliesOf(ballots, part?.labels ?? groups.labels, groups.k);
    for (let column = 0; column < size; column += 1) {
      if (ballots.isOut[column] === 1 || (part !== null && part.isLeftOut[column] !== 1)) continue;
      for (const [group, { agree, disagree }] of tested.entries()) {
        agree[column] = against(tallies, group, column, 'agrees', logs);
        disagree[column] = against(tallies, group, column, 'disagrees', logs);
      }
    }
  }
  return tested;
}

/** The first pass through all statements; the second one is for stability. */
const PARTS = 5;

/** The lists of all groups, the largest difference first. */
export function representativeOf(ballots: Ballots, groups: Groups, tested: readonly Tested[]): Representative[][] {
  if (groups.k < 2) return tested.map(() => []);
  const tallies = talliesOf(ballots, groups.labels, groups.k);
  return tested.map((tests, group) => {
    const found: Omit<Representative, 'q'>[] = [];
    for (let column = 0; column < ballots.statements.length; column += 1) {
      const here = tallies[group];
      const others = sumWithout(tallies, group, column);
      if (here === undefined || ballots.isOut[column] === 1) continue;
      const answered = here.answered[column] ?? 0;
      if (answered < LEAST_ANSWERS || others.answered < LEAST_ANSWERS) continue;
      const isAgree = (tests.agree[column] ?? 1) <= (tests.disagree[column] ?? 1);
      const own = (isAgree ? here.agrees : here.disagrees)[column] ?? 0;
      const other = isAgree ? others.agrees : others.disagrees;
      found.push({
        column,
        direction: isAgree ? 'agree' : 'disagree',
        share: own / answered,
        otherShare: other / others.answered,
        // Two directions were looked at.
        p: Math.min(1, 2 * Math.min(tests.agree[column] ?? 1, tests.disagree[column] ?? 1)),
      });
    }
    const qs = adjusted(found.map(({ p }) => p));
    return found
      .map((one, at) => ({ ...one, q: qs[at] ?? 1 }))
      .filter((one) => one.q <= FALSE_SHARE && one.share > 0.5 && one.share > one.otherShare)
      .toSorted((a, b) => b.share - b.otherShare - (a.share - a.otherShare) || a.p - b.p || a.column - b.column);
  });
}

export function talliesOf(ballots: Ballots, labels: Int32Array, k: number): Tally[] {
  return Array.from({ length: k }, (_, group) => tally(ballots, labels, group));
}

function against(
  tallies: readonly Tally[],
  group: number,
  column: number,
  side: 'agrees' | 'disagrees',
  logs: Float64Array,
): number {
  const hits = tallies[group]?.[side][column] ?? 0;
  const drawn = tallies[group]?.answered[column] ?? 0;
  let successes = 0;
  let all = 0;
  for (const one of tallies) {
    successes += one[side][column] ?? 0;
    all += one.answered[column] ?? 0;
  }
  return drawn === 0 || drawn === all ? 1 : atLeast(hits, drawn, successes, all, logs);
}

function sumWithout(tallies: readonly Tally[], group: number, column: number) {
  let agrees = 0;
  let disagrees = 0;
  let answered = 0;
  for (const [other, one] of tallies.entries()) {
    if (other === group) continue;
    agrees += one.agrees[column] ?? 0;
    disagrees += one.disagrees[column] ?? 0;
    answered += one.answered[column] ?? 0;
  }
  return { agrees, disagrees, answered };
}
