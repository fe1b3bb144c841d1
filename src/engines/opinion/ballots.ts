import { chance } from '../../plain/chance.ts';

/** What somebody answered to a statement: agree 1, pass 0, disagree -1. */
export type Answer = -1 | 0 | 1;

/** An answer as Polis writes it into its files; null for whatever else stands there. */
export function answerFrom(written: string): Answer | null {
  return written === '1' ? 1 : written === '0' ? 0 : written === '-1' ? -1 : null;
}

/**
 * Who answered what: one row a participant, only the answers that were given. Rows stand in the order of their content,
 * statements in the order of their ids, so that neither the order of the votes nor the names of the people can
 * move a result; only times may, where few have answered much. At most 65,535 statements.
 */
export interface Ballots {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** The answers of row p stand at starts[p] up to starts[p + 1], statements ascending. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly answers: Int8Array;
  /** 1 for statements that shape no space: rejected ones and those about the conversation itself. */
  readonly isOut: Uint8Array;
  readonly isRejected: Uint8Array;
  readonly isMeta: Uint8Array;
  /** Rank of each row by the time of its first vote: the same for those who came at once, 0 for all without times. */
  readonly arrivals: Uint32Array;
}

/** How often a statement was agreed to, disagreed with and answered at all (passes included), by column. */
export interface Tally {
  readonly agrees: Uint32Array;
  readonly disagrees: Uint32Array;
  readonly answered: Uint32Array;
}

/** Counts the answers of all rows, or of those with this label. */
export function tally(ballots: Ballots, labels?: Int32Array, label = 0): Tally {
  const size = ballots.statements.length;
  const agrees = new Uint32Array(size);
  const disagrees = new Uint32Array(size);
  const answered = new Uint32Array(size);
  for (let row = 0; row < ballots.participants.length; row += 1) {
    if (labels !== undefined && labels[row] !== label) continue;
    const end = ballots.starts[row + 1] ?? 0;
    for (let at = ballots.starts[row] ?? 0; at < end; at += 1) {
      const column = ballots.columns[at] ?? 0;
      const answer = ballots.answers[at] ?? 0;
      answered[column] = (answered[column] ?? 0) + 1;
      if (answer > 0) agrees[column] = (agrees[column] ?? 0) + 1;
      else if (answer < 0) disagrees[column] = (disagrees[column] ?? 0) + 1;
    }
  }
  return { agrees, disagrees, answered };
}

/** How many statements row p answered, whether they count or not. */
export function answersOf(ballots: Ballots, row: number): number {
  return (ballots.starts[row + 1] ?? 0) - (ballots.starts[row] ?? 0);
}

const ENOUGH_ANSWERS = 7;
const ENOUGH_PARTICIPANTS = 15;

/**
 * 1 for rows that are grouped: at least seven answers (or all, where there are fewer statements). Are these fewer than
 * fifteen, the most active of the others fill up. The rule of Polis; ties go to who came first, and of those who came at
 * once, or at no known time, to the lower turn.
 */
export function whoCounts(ballots: Ballots, turnsOf: (ballots: Ballots) => ArrayLike<number> = drawTurns): Uint8Array {
  const rows = ballots.participants.length;
  const least = Math.min(ENOUGH_ANSWERS, ballots.statements.length);
  const counts = new Uint8Array(rows);
  const others: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (answersOf(ballots, row) >= least) counts[row] = 1;
    else if (answersOf(ballots, row) > 0) others.push(row);
  }
  const missing = ENOUGH_PARTICIPANTS - counts.reduce((sum, one) => sum + one, 0);
  if (missing <= 0) return counts;
  const turns = turnsOf(ballots);
  const arrival = (row: number) => ballots.arrivals[row] ?? 0;
  const turn = (row: number) => turns[row] ?? 0;
  others.sort(
    (a, b) => answersOf(ballots, b) - answersOf(ballots, a) || arrival(a) - arrival(b) || turn(a) - turn(b) || a - b,
  );
  for (const row of others.slice(0, missing)) counts[row] = 1;
  return counts;
}

/** By lot, drawn from the answers: prefers none of them, and no name can move it. */
function drawTurns({ participants, starts, columns, answers }: Ballots): Float64Array {
  return Float64Array.from(participants, (_, row) => {
    const [start, end] = [starts[row], starts[row + 1]];
    return chance(1, `${columns.subarray(start, end).join()}/${answers.subarray(start, end).join()}`)(2 ** 32);
  });
}
