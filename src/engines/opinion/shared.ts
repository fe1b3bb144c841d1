import type { Tally } from './ballots.ts';

/** How much a statement is shared by all groups, 0 to 1, with the interval that holds the truth nine times of ten. */
export interface Sharing {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Standard normal quantile of an interval that holds the truth nine times of ten. */
export const Z90_TWO_SIDED = 1.6449;
/** Added to every group, in the proportions of all groups together: a small group is not taken for undecided. */
const PRIOR = 1;

/**
 * The geometric mean over the groups of  agree · (1 - disagree),  both shares of the group's own answers, passes included.
 * A mean, not a product: 93 % are 93 % for two groups and for six. Disagreement counts: 60 against 40 is less than 60
 * against 5 with the rest passing. The interval is that of the logarithm (delta method on the multinomial shares).
 */
export function sharingOf(tallies: readonly Tally[], size: number, side: 'agrees' | 'disagrees'): Sharing {
  const value = new Float64Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const against = side === 'agrees' ? 'disagrees' : 'agrees';
  for (let column = 0; column < size; column += 1) {
    const all = tallies.reduce((sum, one) => sum + (one.answered[column] ?? 0), 0);
    const share = (of: 'agrees' | 'disagrees') =>
      (tallies.reduce((sum, one) => sum + (one[of][column] ?? 0), 0) + 0.5) / (all + 1.5);
    const overall = share(side);
    const overallAgainst = share(against);
    let logs = 0;
    let variance = 0;
    for (const one of tallies) {
      const answered = one.answered[column] ?? 0;
      const yes = ((one[side][column] ?? 0) + PRIOR * overall) / (answered + PRIOR);
      const no = ((one[against][column] ?? 0) + PRIOR * overallAgainst) / (answered + PRIOR);
      logs += Math.log(yes) + Math.log(1 - no);
      // Half an answer of each kind more: thirty of thirty is not yet all.
      const people = answered + 1.5;
      const likely = ((one[side][column] ?? 0) + 0.5) / people;
      const unlikely = ((one[against][column] ?? 0) + 0.5) / people;
      variance += ((1 - likely) / likely + (3 * unlikely) / (1 - unlikely)) / people;
    }
    const mean = logs / tallies.length;
    const spread = (Z90_TWO_SIDED * Math.sqrt(variance)) / tallies.length;
    value[column] = Math.exp(mean);
    low[column] = Math.exp(mean - spread);
    high[column] = Math.min(1, Math.exp(mean + spread));
  }
  return { value, low, high };
}

/** A statement that nearly all share, in one direction. */
export interface Shared {
  readonly column: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const SURELY_SHARED = 0.5;

/**
 * What is shared for sure: the low end of the interval is above one half, and in no group do more people say the
 * opposite. The surest comes first.
 */
export function sharedBy(
  tallies: readonly Tally[],
  sharing: Sharing,
  side: 'agrees' | 'disagrees',
  isOut: Uint8Array,
): Shared[] {
  const against = side === 'agrees' ? 'disagrees' : 'agrees';
  const found: Shared[] = [];
  for (let column = 0; column < isOut.length; column += 1) {
    const low = sharing.low[column] ?? 0;
    if (isOut[column] === 1 || low <= SURELY_SHARED) continue;
    if (tallies.some((one) => (one[against][column] ?? 0) > (one[side][column] ?? 0))) continue;
    found.push({ column, value: sharing.value[column] ?? 0, low, high: sharing.high[column] ?? 0 });
  }
  return found.toSorted((a, b) => b.low - a.low || a.column - b.column);
}
