import type { Tally } from '../ballots.ts';
import { differenceTest, shareTest, smoothed, Z90 } from './rates.ts';

/** What a group says more than the others, in the numbers of Polis. */
export interface RepresentativeByPolis {
  readonly column: number;
  readonly direction: 'agree' | 'disagree';
  readonly nAgree: number;
  readonly nSuccess: number;
  readonly nTrials: number;
  readonly pSuccess: number;
  readonly pTest: number;
  readonly repness: number;
  readonly repnessTest: number;
  readonly isBestAgree: boolean;
}

interface Side {
  readonly successes: number;
  readonly p: number;
  readonly pTest: number;
  readonly ratio: number;
  readonly ratioTest: number;
}

interface Held {
  readonly column: number;
  readonly trials: number;
  readonly agree: Side;
  readonly disagree: Side;
}

const MOST = 5;

/**
 * The list of a group: what it agrees with best comes first, then whatever is significant for it against all other
 * grouped participants (90 %, one-sided), by rank; five in all, agreements before disagreements.
 */
export function representativeByPolis(group: Tally, others: Tally, isOut: Uint8Array): RepresentativeByPolis[] {
  const held: Held[] = [];
  for (let column = 0; column < isOut.length; column += 1) {
    if (isOut[column] !== 1) held.push(holdAgainst(column, group, others));
  }
  const best = bestAgreed(held);
  const sufficient = held.filter((one) => isSufficient(one.agree) || isSufficient(one.disagree));
  if (sufficient.length === 0) {
    if (best !== null) return [tell(best, true)];
    const fallback = strongest(held);
    return fallback === null ? [] : [tell(fallback, false)];
  }
  const ranked = sufficient
    .filter((one) => one.column !== best?.column)
    .toSorted((a, b) => rankOf(b) - rankOf(a) || a.column - b.column)
    .map((one) => tell(one, false));
  const chosen = [...(best === null ? [] : [tell(best, true)]), ...ranked].slice(0, MOST);
  return [
    ...chosen.filter(({ direction }) => direction === 'agree'),
    ...chosen.filter(({ direction }) => direction === 'disagree'),
  ];
}

function holdAgainst(column: number, group: Tally, others: Tally): Held {
  const trials = group.answered[column] ?? 0;
  const otherTrials = others.answered[column] ?? 0;
  const side = (successes: number, otherSuccesses: number): Side => ({
    successes,
    p: smoothed(successes, trials),
    pTest: shareTest(successes, trials),
    ratio: smoothed(successes, trials) / smoothed(otherSuccesses, otherTrials),
    ratioTest: differenceTest(successes, trials, otherSuccesses, otherTrials),
  });
  return {
    column,
    trials,
    agree: side(group.agrees[column] ?? 0, others.agrees[column] ?? 0),
    disagree: side(group.disagrees[column] ?? 0, others.disagrees[column] ?? 0),
  };
}

function isSufficient({ pTest, ratioTest }: Side): boolean {
  return ratioTest > Z90 && pTest > Z90;
}

function bestAgreed(held: readonly Held[]): Held | null {
  let best: Held | null = null;
  for (const one of held) {
    if (one.agree.successes === 0 && one.disagree.successes === 0) continue;
    if (isBetterAgreed(one.agree, best?.agree ?? null)) best = one;
  }
  return best;
}

function isBetterAgreed(side: Side, best: Side | null): boolean {
  if (best === null) return side.pTest > Z90 || (side.ratio > 1 && side.p > 0.5);
  if (best.ratio > 1) return rankOfSide(side) > rankOfSide(best);
  return side.p * side.pTest > best.p * best.pTest;
}

function strongest(held: readonly Held[]): Held | null {
  let found: Held | null = null;
  const strength = (one: Held) => Math.max(one.agree.ratioTest, one.disagree.ratioTest);
  for (const one of held) if (found === null || strength(one) > strength(found)) found = one;
  return found;
}

function directionOf({ agree, disagree }: Held): 'agree' | 'disagree' {
  return agree.ratioTest > disagree.ratioTest ? 'agree' : 'disagree';
}

function rankOf(held: Held): number {
  return rankOfSide(held[directionOf(held)]);
}

function rankOfSide({ ratio, ratioTest, p, pTest }: Side): number {
  return ratio * ratioTest * p * pTest;
}

/** Polis tells even what a group agrees with best by the direction of its difference: the numbers may be those of a no. */
function tell(held: Held, isBestAgree: boolean): RepresentativeByPolis {
  const direction = directionOf(held);
  const side = held[direction];
  return {
    column: held.column,
    direction,
    nAgree: held.agree.successes,
    nSuccess: side.successes,
    nTrials: held.trials,
    pSuccess: side.p,
    pTest: side.pTest,
    repness: side.ratio,
    repnessTest: side.ratioTest,
    isBestAgree,
  };
}
