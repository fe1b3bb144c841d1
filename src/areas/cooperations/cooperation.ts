import type { Day } from '../../plain/time.ts';

/** When an organisation came in: who comes later finds more decided. */
export const PHASES = ['idea', 'plan', 'application', 'running'] as const;
export type Phase = (typeof PHASES)[number];

/** How firm the concept is. `reopened`: it was finished, and was opened again before anybody was asked. */
export const CONCEPTS = ['open', 'reopened', 'frozen'] as const;
export type ConceptState = (typeof CONCEPTS)[number];

export interface Concept {
  readonly state: ConceptState;
  /** Since when; null while nobody has said anything about it. */
  readonly on: Day | null;
}

/** A partner today. */
export interface PartnerSince {
  readonly organisation: string;
  readonly phase: Phase;
  readonly since: string;
}

/** A cooperation as its list shows it. */
export interface Cooperation {
  readonly id: string;
  /** What it is called until there is a better name; empty while it has none. */
  readonly title: string;
  readonly concept: Concept;
  readonly partners: readonly PartnerSince[];
}

/**
 * Whether a partner came when the concept was decided already. On the day itself only the phase tells: nobody is called
 * late for an hour.
 */
export function isLate({ phase, since }: PartnerSince, { state, on }: Concept): boolean {
  if (phase === 'application' || phase === 'running') return true;
  return state === 'frozen' && on !== null && since > on;
}
