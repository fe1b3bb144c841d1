import type { Answer } from './ballots.ts';
import { chance } from '../../plain/chance.ts';

export interface InventedVote {
  /** `camp/number`, both counting from 0. */
  readonly participant: string;
  /** Counts from 0; the first ones are those on which camps take sides. */
  readonly statement: string;
  readonly answer: Answer;
}

/** What a made-up conversation is like. */
export interface Invention {
  readonly people: number;
  readonly camps: number;
  /** Statements on which camps take sides, and on which everybody answers for themselves. */
  readonly sides: number;
  readonly others: number;
  /** 0: camps answer like everybody; 1: each camp is of one mind. */
  readonly strength: number;
  /** Share of the statements that somebody answers, 0 to 1. */
  readonly density?: number;
  readonly seed: number;
}

const PASS = 0.1;

/**
 * Votes of a conversation that never was, for tests, benchmarks and demonstrations. One camp at a time is for a statement, all
 * others are against it; people are dealt to the camps in turn.
 */
export function* inventVotes({
  people,
  camps,
  sides,
  others,
  strength,
  density = 1,
  seed,
}: Invention): Generator<InventedVote> {
  const throwOne = chance(seed, 'invented votes');
  const share = () => throwOne(1_000_000) / 1_000_000;
  for (let statement = 0; statement < sides + others; statement += 1) {
    const base = 0.2 + 0.6 * share();
    const first = throwOne(camps);
    for (let one = 0; one < people; one += 1) {
      const camp = one % camps;
      const side = camp === (first + statement) % camps ? 1 : -1;
      const agree = statement < sides ? 0.5 + (side * strength) / 2 : base;
      const [isAnswered, isPass, isAgree] = [share() < density, share() < PASS, share() < agree];
      if (isAnswered)
        yield { participant: `${camp}/${one}`, statement: String(statement), answer: isPass ? 0 : isAgree ? 1 : -1 };
    }
  }
}
