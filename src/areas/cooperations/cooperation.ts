/** When an organisation came in: who comes later finds more decided. */
export const PHASES = ['idea', 'plan', 'application', 'running'] as const;
export type Phase = (typeof PHASES)[number];

/** A partner today. */
export interface PartnerSince {
  readonly organisation: string;
  readonly phase: Phase;
  readonly since: string;
}
