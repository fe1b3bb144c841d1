import type { Day } from '../../plain/time.ts';

/** How a cooperation ends: all together, because of those who were in it only one was left, or nothing came of it. */
export const ENDINGS = ['together', 'exit', 'nothing'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Closure {
  readonly cooperation: string;
  readonly day: Day;
  readonly kind: Ending;
  readonly keptUntil: Day;
}

/** Proof of what was funded has to be kept for five years (ANBest-P, number 6), so that is how long it can be read here. */
const KEPT_YEARS = 5;

/**
 * Until when everything of an ended cooperation stays: five years after its end, or after the last day on which
 * something was still due.
 */
export function keptUntil(end: Day, lastDue: Day | null): Day {
  const from = lastDue !== null && lastDue > end ? lastDue : end;
  return `${String(Number(from.slice(0, 4)) + KEPT_YEARS).padStart(4, '0')}${from.slice(4).replace('-02-29', '-03-01')}`;
}

/**
 * Whether one partner alone may say that nothing came of it: while nothing is in force and nobody but one other would
 * be sent home by it. Otherwise all say so, or one goes by itself.
 */
export function endsAlone({
  partners,
  isInForce,
}: {
  readonly partners: number;
  readonly isInForce: boolean;
}): boolean {
  return partners <= 2 && !isInForce;
}
