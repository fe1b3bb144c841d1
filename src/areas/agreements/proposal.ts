import type { Change } from './text.ts';

/** What a partner says to a change of another. */
export const VERDICTS = ['accept', 'ask', 'counter', 'decline'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A change as it was handed over, with others of the same proposal. */
export interface ProposedChange extends Change {
  readonly id: string;
  readonly proposal: string;
  readonly partner: string;
  readonly reason: string;
}

/** Whether everybody but its author has said yes. */
export function isAccepted(
  { partner }: Pick<ProposedChange, 'partner'>,
  partners: readonly string[],
  acceptedBy: readonly string[],
): boolean {
  return partners.every((one) => one === partner || acceptedBy.includes(one));
}
