import type { Ballots, Tally } from './ballots.ts';
import type { Space } from './space.ts';

/**
 * How much an answer to each statement would tell, as a weight for drawing the next one:
 * `(1 - pass)² · (1 + place) · variance ÷ (answers + 1.5)`. The last part is how unsure the mean still is; `place`, 0 to 1, is how
 * much the statement says about where somebody stands. Agree and disagree are treated alike throughout, so that a
 * statement which most people reject is not shown less often. Rejected statements weigh nothing.
 */
export function prioritiesOf(ballots: Ballots, all: Tally, space: Space): Float64Array {
  const [first, second] = space.components;
  const stretch = Math.sqrt(ballots.statements.length);
  return Float64Array.from(ballots.isRejected, (rejected, column) => {
    if (rejected === 1) return 0;
    const along = (first[column] ?? 0) ** 2 + (second[column] ?? 0) ** 2;
    return weight(all, column, stretch * Math.sqrt(along));
  });
}

/** The weight of a statement that nobody has answered yet. */
export const FRESH_PRIORITY = weight(
  { agrees: new Uint32Array(1), disagrees: new Uint32Array(1), answered: new Uint32Array(1) },
  0,
  0,
);

/** A statement to be shown next, with its weight among those that somebody has not answered. */
export interface Offer {
  readonly column: number;
  readonly weight: number;
}

/**
 * What one participant could be shown next, the weightiest first: the priorities of what is unanswered, and how unsure
 * it still is what their own group says to it.
 */
export function offersFor(
  ballots: Ballots,
  row: number,
  priorities: Float64Array,
  all: Tally,
  group: Tally | null,
): Offer[] {
  const answered = new Set(ballots.columns.subarray(ballots.starts[row] ?? 0, ballots.starts[row + 1] ?? 0));
  const offers: Offer[] = [];
  for (const [column, priority] of priorities.entries()) {
    if (answered.has(column) || priority === 0) continue;
    const unsure = group === null ? 1 : (1 + unsureness(group, column) / unsureness(all, column)) / 2;
    offers.push({ column, weight: priority * unsure });
  }
  return offers.toSorted((a, b) => b.weight - a.weight || a.column - b.column);
}

function weight(tally: Tally, column: number, loading: number): number {
  const { pass, variance } = sharesOf(tally, column);
  const place = loading * Math.sqrt(variance);
  return (1 - pass) ** 2 * (1 + place / (1 + place)) * unsureness(tally, column);
}

/** Variance of the mean answer, with half an answer of each kind added. */
function unsureness(tally: Tally, column: number): number {
  return sharesOf(tally, column).variance / ((tally.answered[column] ?? 0) + 1.5);
}

function sharesOf(tally: Tally, column: number) {
  const answered = (tally.answered[column] ?? 0) + 1.5;
  const agree = ((tally.agrees[column] ?? 0) + 0.5) / answered;
  const disagree = ((tally.disagrees[column] ?? 0) + 0.5) / answered;
  return { pass: 1 - agree - disagree, variance: agree + disagree - (agree - disagree) ** 2 };
}
