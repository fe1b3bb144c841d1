import { addDays, dayOf, type Day } from '../../plain/time.ts';

/** Whole days without a visit after which a session is over: of those who run or coordinate this site, and of all others. */
export const SILENT_DAYS = { house: 1, other: 14 } as const;

/** The earliest day of the last visit with which a session still runs. Only days are kept, so part of one is forgiven. */
export function lastSeenAfter(whose: keyof typeof SILENT_DAYS, now: Date): Day {
  return addDays(dayOf(now), -SILENT_DAYS[whose]);
}
