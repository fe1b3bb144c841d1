import { addDays, type Day } from '../../plain/time.ts';
import type { Ending } from './closure.ts';

/** A partner goes. Why is asked and kept nowhere. */
export interface Leaving {
  readonly id: string;
  readonly cooperation: string;
  readonly organisation: string;
  readonly declaredOn: Day;
  /** The last day on which it is a partner. */
  readonly lastDay: Day;
  /** The day on which it was out; null while it can be taken back. */
  readonly leftOn: Day | null;
}

/** The last day after a notice in weeks. Where nothing is in force it is today. */
export function lastDayAfter(today: Day, noticeWeeks: number | null): Day {
  return addDays(today, (noticeWeeks ?? 0) * 7);
}

/** Who is out today, and whether that ends the cooperation. */
export interface Departure {
  readonly gone: readonly Leaving[];
  readonly ends: Ending | null;
}

/**
 * What the leavings of one cooperation do on a day. Who has said to go goes when its last day is over, whoever goes on
 * the same day goes together. Fewer than two are no cooperation: then it ends, and when nobody at all would be left,
 * it has ended together and all of them stay as readers.
 */
export function departuresOn(today: Day, partners: readonly string[], leavings: readonly Leaving[]): Departure {
  const due = leavings.filter(
    ({ organisation, leftOn, lastDay }) => leftOn === null && lastDay < today && partners.includes(organisation),
  );
  const days = [...new Set(due.map(({ lastDay }) => lastDay))].toSorted();
  let gone: readonly Leaving[] = [];
  for (const day of days) {
    const next = [...gone, ...due.filter(({ lastDay }) => lastDay === day)];
    if (next.length >= partners.length) return { gone, ends: 'together' };
    gone = next;
    if (gone.length === partners.length - 1) return { gone, ends: 'exit' };
  }
  return { gone, ends: null };
}
