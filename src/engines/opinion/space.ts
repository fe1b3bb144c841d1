import type { Ballots } from './ballots.ts';
import { EXACT, leadingPairs } from './lanczos.ts';

/** The plane in which opinions differ most. Everything by column, agree counting 1 and disagree -1. */
export interface Space {
  /** Mean of the answers given; 0 for statements that are out. */
  readonly center: Float64Array;
  readonly components: readonly [Float64Array, Float64Array];
  /** How much of the squares each component carries, 0 to 1. */
  readonly shares: readonly [number, number];
}

/** Two numbers for each row or column. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Mean of the answers to each statement; 0 for those that are out. */
export function centre({ columns, answers, isOut }: Ballots): Float64Array {
  const sums = new Float64Array(isOut.length);
  const answered = new Uint32Array(isOut.length);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + (answers[at] ?? 0);
    answered[column] = (answered[column] ?? 0) + 1;
  }
  return sums.map((sum, column) => (isOut[column] === 1 ? 0 : sum / Math.max(1, answered[column] ?? 0)));
}

/**
 * The two leading components of the answers, missing ones filled with the mean of their statement. Filled and centred,
 * a missing answer is 0: only given answers are touched, so that a step costs as much as there are votes.
 */
export function findSpace(ballots: Ballots, center: Float64Array = centre(ballots)): Space {
  return spaceWithout(ballots, center, ballots.isOut, EXACT);
}

/** The space of the statements that are not out, as exactly as is asked for. */
export function spaceWithout(ballots: Ballots, center: Float64Array, isOut: Uint8Array, tolerance: number): Space {
  const { values, vectors } = leadingPairs(
    (vector, out) => throughVotes(ballots, ballots.answers, center, isOut, vector, out),
    isOut.map((out) => 1 - out),
    2,
    tolerance,
  );
  const total = squaresOf(ballots, center, isOut);
  const share = (at: number) => (total > 0 ? (values[at] ?? 0) / total : 0);
  const component = (at: number) => signed(vectors[at] ?? new Float64Array(center.length));
  return { center, components: [component(0), component(1)], shares: [share(0), share(1)] };
}

/** The squares of all answers, each less the mean of its statement. */
function squaresOf({ columns, answers }: Ballots, center: Float64Array, isOut: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    if (isOut[column] !== 1) total += ((answers[at] ?? 0) - (center[column] ?? 0)) ** 2;
  }
  return total;
}

/**
 * Writes X'X·vector into `out`; X are the answers, each less the mean of its statement. `vector` is 0 where a statement
 * is out. The differences are taken on the way: kept, they would be eight bytes a vote.
 */
export function throughVotes(
  { starts, columns }: Ballots,
  answers: Int8Array,
  center: Float64Array,
  isOut: Uint8Array,
  vector: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    let along = 0;
    for (let at = start; at < end; at += 1) {
      const column = columns[at] ?? 0;
      along += ((answers[at] ?? 0) - (center[column] ?? 0)) * (vector[column] ?? 0);
    }
    for (let at = start; at < end; at += 1) {
      const column = columns[at] ?? 0;
      out[column] = (out[column] ?? 0) + ((answers[at] ?? 0) - (center[column] ?? 0)) * along;
    }
  }
  for (let column = 0; column < isOut.length; column += 1) if (isOut[column] === 1) out[column] = 0;
}

/** A component and its mirror image are the same: the one whose largest entry is positive stands for both. */
function signed(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const entry of vector) largest = Math.max(largest, Math.abs(entry));
  const first = vector.find((entry) => Math.abs(entry) >= largest * (1 - 1e-9));
  return first !== undefined && first < 0 ? vector.map((entry) => (entry === 0 ? 0 : -entry)) : vector;
}

/**
 * Where the participants stand: the sum over their own answers, stretched by sqrt(C / answers) so that whoever
 * answered little is not taken for undecided. Statements that are out count as answered by everybody, as in Polis.
 */
export function placeParticipants(ballots: Ballots, space: Space, isOut: Uint8Array = ballots.isOut): Points {
  const [first, second] = space.components;
  const size = ballots.statements.length;
  const rows = ballots.participants.length;
  const out = ballots.isOut.reduce((sum, one, column) => sum + (one === 1 && isOut[column] === 1 ? 1 : 0), 0);
  // Left out for a trial, a statement is as if it had never been there.
  const left = isOut.reduce((sum, one) => sum + one, 0) - out;
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let answered = out;
    let alongFirst = 0;
    let alongSecond = 0;
    const end = ballots.starts[row + 1] ?? 0;
    for (let at = ballots.starts[row] ?? 0; at < end; at += 1) {
      const column = ballots.columns[at] ?? 0;
      if (isOut[column] === 1) continue;
      const difference = (ballots.answers[at] ?? 0) - (space.center[column] ?? 0);
      answered += 1;
      alongFirst += difference * (first[column] ?? 0);
      alongSecond += difference * (second[column] ?? 0);
    }
    const stretch = Math.sqrt((size - left) / Math.max(1, answered));
    x[row] = stretch * alongFirst;
    y[row] = stretch * alongSecond;
  }
  return { x, y };
}

/** The points of these rows alone. */
export function pick({ x, y }: Points, rows: Uint32Array): Points {
  const picked = { x: new Float64Array(rows.length), y: new Float64Array(rows.length) };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    picked.x[at] = x[row] ?? 0;
    picked.y[at] = y[row] ?? 0;
  }
  return picked;
}

/** Where the statements stand: as somebody would who agreed with this one alone. */
export function placeStatements(space: Space): Points {
  const [first, second] = space.components;
  const stretch = Math.sqrt(space.center.length);
  const place = (along: Float64Array) =>
    along.map((entry, column) => stretch * (1 - (space.center[column] ?? 0)) * entry);
  return { x: place(first), y: place(second) };
}
