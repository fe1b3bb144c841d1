import type { Ending, Stage } from '../cooperations/index.ts';

/** What decides how far a cooperation has come. */
export interface LifeFacts {
  readonly partners: number;
  /** Somebody has been asked and has not said no. */
  readonly isAsked: boolean;
  readonly hasAgreement: boolean;
  /** A version that all of its partners have signed. */
  readonly isInForce: boolean;
  readonly closure: Ending | null;
}

/** How far a cooperation has come; what has ended has ended, whatever stands in it. */
export function lifeOf({ partners, isAsked, hasAgreement, isInForce, closure }: LifeFacts): Stage {
  if (closure !== null) return 'ended';
  if (isInForce) return 'running';
  if (hasAgreement) return 'agreement';
  if (partners > 1) return 'plan';
  return isAsked ? 'contact' : 'idea';
}

/**
 * What may come after what. A request that came to nothing and a yes that was taken back before anything was built on
 * it lead back; from the end nothing leads on.
 */
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['contact', 'plan', 'agreement', 'ended'],
  contact: ['idea', 'plan', 'agreement', 'ended'],
  plan: ['idea', 'contact', 'agreement', 'ended'],
  agreement: ['running', 'ended'],
  running: ['ended'],
  ended: [],
};

/** Whether a cooperation may go from one stage to another by one thing that somebody does; staying is always one. */
export function mayBecome(from: Stage, to: Stage): boolean {
  return from === to || NEXT[from].includes(to);
}
