import { addDays, type Day } from '../../plain/time.ts';

/**
 * How two entries go together.
 *
 * - `same`: one and the same
 * - `part`: one belongs to the other (a branch, an offer and its carrier, a member)
 * - `place`: two that share a house, a telephone, a mailbox
 * - `different`: they have nothing to do with each other
 * - `unsure`: whoever looked does not know
 */
export const OUTCOMES = ['same', 'part', 'place', 'different', 'unsure'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Two entries, the smaller id first. */
export type Pair = readonly [a: string, b: string];

export interface Judgement {
  readonly id: string;
  /** The pair as it was judged. */
  readonly pair: Pair;
  /** What the two count as today; twice the same where they have been merged. */
  readonly heads: readonly [a: string, b: string];
  readonly outcome: Outcome;
  readonly day: Day;
  readonly byRole: string;
  readonly words: string | null;
  readonly restsUntil: Day | null;
  /** The merge that came with it and stands. */
  readonly merge: string | null;
}

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one];
}

const RESTS_DAYS = 90;

/** Until when a judgement rests; null for what is answered. */
export function restOf(outcome: Outcome, today: Day): Day | null {
  return outcome === 'unsure' ? addDays(today, RESTS_DAYS) : null;
}
