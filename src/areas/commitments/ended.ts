import type { Day } from '../../plain/time.ts';
import type { Commitment } from './commitment.ts';

/** What is known of the end of one cooperation. */
export interface Ends {
  /** The day on which it ended; null while it goes on. */
  readonly closedOn: Day | null;
  /** The last day of each partner who goes or has gone. */
  readonly lastDays: ReadonlyMap<string, Day>;
}

export const GOES_ON: Ends = { closedOn: null, lastDays: new Map() };

/**
 * Whether a commitment still counts. What somebody has to do ends with its last day; what all do ends with the
 * cooperation. Duties stay: papers are often due only after the end.
 */
export function stillHolds(
  { kind, who, day }: Pick<Commitment, 'kind' | 'who' | 'day'>,
  { closedOn, lastDays }: Ends,
  today: Day,
): boolean {
  const last = who === null ? undefined : lastDays.get(who);
  if (last !== undefined && (day ?? today) > last) return false;
  if (closedOn === null || kind === 'duty') return true;
  return today <= closedOn && (day ?? today) <= closedOn;
}
