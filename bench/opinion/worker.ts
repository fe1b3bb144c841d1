import { analyse, inventVotes, openBallotBox, type Invention } from '../../src/engines/opinion/index.ts';

/** What is measured, and how often; the median counts. */
export interface Task {
  readonly invention: Invention;
  readonly rounds: number;
}

export interface Rounds {
  readonly votes: number;
  /** Milliseconds of the first round, in which everything is compiled. */
  readonly first: number;
  /** Milliseconds of each round after it. */
  readonly times: readonly number[];
  /** Milliseconds of the same fixed work before each round: on a busy machine both take longer alike. */
  readonly fixed: readonly number[];
}

/** Analyses one invented conversation again and again. */
export function measureRounds({ invention, rounds }: Task): Rounds {
  const box = openBallotBox();
  for (const { participant, statement, answer } of inventVotes(invention)) box.cast(participant, statement, answer);
  let first = 0;
  const times: number[] = [];
  const fixed: number[] = [];
  let sum = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    sum += workOnce();
    const started = performance.now();
    sum += analyse(box.count(), { seed: round }).groups.k;
    const took = performance.now() - started;
    if (round === 0) {
      first = took;
      continue;
    }
    fixed.push(started - began);
    times.push(took);
  }
  return { votes: sum > 0 ? box.count().columns.length : 0, first, times, fixed };
}

/** Always the same multiplications and additions. */
export function workOnce(): number {
  const values = new Float64Array(4096).fill(1.000001);
  let sum = 0;
  for (let round = 0; round < 8000; round += 1)
    for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (1 + sum * 1e-18);
  return sum;
}
