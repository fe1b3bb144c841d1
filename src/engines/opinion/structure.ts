import type { Ballots } from './ballots.ts';
import { chance, type Chance } from '../../plain/chance.ts';
import { sortByKey, type SortedByKey } from './sort-by-key.ts';
import { throughVotes } from './space.ts';
import { largestValue } from './tridiagonal.ts';

/** Whether opinions hang together at all. `p` is the probability of as much order in votes without any. */
export interface Structure {
  readonly p: number;
  readonly decision: 'structure' | 'none';
  /** How often the votes were shuffled to know. */
  readonly draws: number;
}

/** In at most so many conversations without any order is order seen. */
export const STRUCTURE_LEVEL = 0.02;
const MOST_DRAWS = 49;
const FIRST_DRAWS = 19;
const ENOUGH_EXCEEDED = 6;
const FAR_ABOVE = 7.5;
const STEPS = 8;

/**
 * Parallel analysis as a permutation test (Horn 1965; Buja and Eyuboglu 1992): the answers to each statement are dealt
 * anew among those who answered it. That keeps how much each statement is agreed to and who answered what, and breaks
 * every tie between statements. Is the first component of the true votes larger than nearly all of the shuffled ones,
 * then people who agree in one thing agree in others too.
 *
 * It stops early where the answer is clear: after six shuffles that exceed the truth (Besag and Clifford 1991), or when
 * after the first nineteen the truth lies far above them; then Cantelli's inequality bounds p. Otherwise none of forty-nine
 * may exceed it: one in fifty conversations without any order is taken for one with.
 */
export function testStructure(ballots: Ballots, center: Float64Array, seed: number): Structure {
  const places = sortByKey(ballots.columns, ballots.statements.length);
  const votes = { ballots, center, places, start: startOf(ballots) };
  const shuffled = Int8Array.from(ballots.answers);
  const truth = firstValue(votes, shuffled);
  if (!(truth > 0)) return { p: 1, decision: 'none', draws: 0 };
  const throwOne = chance(seed, 'deal the answers anew');
  let exceeded = 0;
  let sum = 0;
  let squares = 0;
  for (let draw = 1; draw <= MOST_DRAWS; draw += 1) {
    deal(shuffled, votes, throwOne);
    const value = firstValue(votes, shuffled);
    sum += value;
    squares += value * value;
    if (value >= truth * (1 - 1e-12)) exceeded += 1;
    if (exceeded === ENOUGH_EXCEEDED) return { p: exceeded / draw, decision: 'none', draws: draw };
    if (draw === FIRST_DRAWS && exceeded === 0) {
      const mean = sum / draw;
      const spread = Math.sqrt(Math.max(0, (squares - draw * mean * mean) / (draw - 1)));
      const above = (truth - mean) / Math.max(spread, 1e-9 * truth);
      if (above >= FAR_ABOVE) return { p: 1 / (1 + above * above), decision: 'structure', draws: draw };
    }
  }
  const p = (exceeded + 1) / (MOST_DRAWS + 1);
  return { p, decision: p <= STRUCTURE_LEVEL ? 'structure' : 'none', draws: MOST_DRAWS };
}

interface Votes {
  readonly ballots: Ballots;
  readonly center: Float64Array;
  /** Where the answers to each statement stand. */
  readonly places: SortedByKey;
  readonly start: Float64Array;
}

function deal(answers: Int8Array, { ballots, places: { things, starts } }: Votes, throwOne: Chance): void {
  for (let column = 0; column < ballots.isOut.length; column += 1) {
    if (ballots.isOut[column] === 1) continue;
    const start = starts[column] ?? 0;
    for (let left = (starts[column + 1] ?? 0) - start; left > 1; left -= 1) {
      const one = things[start + left - 1] ?? 0;
      const other = things[start + throwOne(left)] ?? 0;
      const answer = answers[one] ?? 0;
      answers[one] = answers[other] ?? 0;
      answers[other] = answer;
    }
  }
}

function startOf(ballots: Ballots): Float64Array {
  const throwOne = chance(0, 'start of the test');
  const vector = Float64Array.from(ballots.isOut, (out) => {
    const entry = (throwOne(2001) - 1000) / 1000;
    return out === 1 ? 0 : entry;
  });
  const length = Math.sqrt(vector.reduce((sum, entry) => sum + entry * entry, 0));
  return length > 0 ? vector.map((entry) => entry / length) : vector;
}

/**
 * The largest squared singular value after a fixed number of Lanczos steps from a fixed start: a little low, but for
 * true and shuffled votes alike, so that the test stays exact.
 */
function firstValue({ ballots, center, start }: Votes, answers: Int8Array): number {
  const size = start.length;
  const diagonal = new Float64Array(STEPS);
  const beside = new Float64Array(STEPS);
  let before = new Float64Array(size);
  let vector = Float64Array.from(start);
  let image = new Float64Array(size);
  let link = 0;
  let step = 0;
  while (step < STEPS) {
    throughVotes(ballots, answers, center, ballots.isOut, vector, image);
    let here = 0;
    for (let column = 0; column < size; column += 1) here += (image[column] ?? 0) * (vector[column] ?? 0);
    diagonal[step] = here;
    step += 1;
    let squares = 0;
    for (let column = 0; column < size; column += 1) {
      const entry = (image[column] ?? 0) - here * (vector[column] ?? 0) - link * (before[column] ?? 0);
      image[column] = entry;
      squares += entry * entry;
    }
    link = Math.sqrt(squares);
    if (!(link > 1e-9 * Math.abs(here))) break;
    beside[step - 1] = link;
    for (let column = 0; column < size; column += 1) image[column] = (image[column] ?? 0) / link;
    [before, vector, image] = [vector, image, before];
  }
  return largestValue(diagonal, beside, step);
}
