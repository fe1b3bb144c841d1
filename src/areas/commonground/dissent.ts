import type { Day } from '../../plain/time.ts';

/** What a difference means for going on together: all four are legitimate. */
export const DISSENTS = ['unimportant', 'bearable', 'open', 'separating'] as const;
export type DissentKind = (typeof DISSENTS)[number];

export interface Dissent {
  readonly statement: string;
  readonly kind: DissentKind;
  /** "We disagree and go on." */
  readonly goesOn: boolean;
  readonly lookAgainOn: Day | null;
}
