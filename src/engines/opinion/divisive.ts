import type { Ballots, Tally } from './ballots.ts';
import { adjusted } from './exact-test.ts';
import { FALSE_SHARE, type Tested } from './representative.ts';
import { Z90_TWO_SIDED } from './shared.ts';

/** A statement over which people part: between the groups, or across all of them. */
export interface Divisive {
  readonly column: number;
  readonly kind: 'between' | 'within';
  /** Chance that two people who take a side take different ones, twice: 0 all alike, 1 half and half. */
  readonly division: number;
  readonly agree: number;
  readonly disagree: number;
}

const SURE_MINORITY = 0.2;

/**
 * Between: groups differ beyond chance (false ones bounded), and one mostly agrees where another mostly disagrees.
 * Within: agreement and disagreement are both, for sure, more than a fifth of the answers. Most divided first.
 */
export function divisiveOf(
  ballots: Ballots,
  all: Tally,
  groups: readonly Tally[],
  tested: readonly Tested[],
): Divisive[] {
  const columns = [...ballots.statements.keys()].filter((column) => ballots.isOut[column] !== 1);
  const least = columns.map((column) =>
    tested.reduce((p, one) => Math.min(p, one.agree[column] ?? 1, one.disagree[column] ?? 1), 1),
  );
  // As many tests for each statement as there are groups and directions.
  const qs = adjusted(least.map((p) => Math.min(1, 2 * tested.length * p)));
  const found: Divisive[] = [];
  for (const [at, column] of columns.entries()) {
    const answered = all.answered[column] ?? 0;
    const agree = (all.agrees[column] ?? 0) / Math.max(1, answered);
    const disagree = (all.disagrees[column] ?? 0) / Math.max(1, answered);
    const isBetween = groups.length > 1 && (qs[at] ?? 1) <= FALSE_SHARE && isOpposed(groups, column);
    if (!isBetween && lowEnd(Math.min(agree, disagree), answered) <= SURE_MINORITY) continue;
    const sides = agree + disagree;
    found.push({
      column,
      kind: isBetween ? 'between' : 'within',
      division: sides > 0 ? (4 * agree * disagree) / (sides * sides) : 0,
      agree,
      disagree,
    });
  }
  return found.toSorted((a, b) => b.division - a.division || a.column - b.column);
}

function isOpposed(groups: readonly Tally[], column: number): boolean {
  const leanings = groups.map((one) => Math.sign((one.agrees[column] ?? 0) - (one.disagrees[column] ?? 0)));
  return leanings.includes(1) && leanings.includes(-1);
}

/** Low end of the interval of a share that holds the truth nine times of ten (Wilson 1927). */
function lowEnd(share: number, trials: number): number {
  if (trials === 0) return 0;
  const square = Z90_TWO_SIDED ** 2;
  const middle = share + square / (2 * trials);
  const spread = Z90_TWO_SIDED * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return (middle - spread) / (1 + square / trials);
}
