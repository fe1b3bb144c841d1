import { addDays, daysBetween, type Day } from '../../plain/time.ts';
import type { Standing } from './commitment-word.ts';

/** So many days before, somebody is reminded. */
export const MARKS = [30, 7, 1] as const;
export type Mark = (typeof MARKS)[number];

/** One reminder. A commitment that got another day is another one. */
export interface Reminder {
  readonly agreement: string;
  readonly paragraph: string;
  readonly day: Day;
  readonly mark: Mark;
}

/** A reminder that is due, and to whom. */
export interface DueReminder extends Reminder {
  readonly cooperation: string;
  readonly who: string;
}

type Remindable = Pick<Standing, 'id' | 'agreement' | 'cooperation' | 'day' | 'who' | 'word' | 'signedOn'>;

/**
 * Which reminders are due today. Each goes out once; after some days of silence only the nearest. None for what is
 * kept, withdrawn or talked about anew, none for what is past, and none whose day lies before the agreement was signed:
 * whoever has just signed knows.
 */
export function remindersDue(
  commitments: readonly Remindable[],
  sent: readonly Reminder[],
  today: Day,
): readonly DueReminder[] {
  const known = new Set(sent.map(placeOf));
  return commitments.flatMap(({ id, agreement, cooperation, day, who, word, signedOn }): readonly DueReminder[] => {
    if (day === null || who === null || word !== null) return [];
    const mark = nearestMark(daysBetween(today, day));
    if (mark === null || addDays(day, -mark) <= signedOn) return [];
    const reminder = { agreement, paragraph: id, day, mark };
    return known.has(placeOf(reminder)) ? [] : [{ ...reminder, cooperation, who }];
  });
}

function nearestMark(daysLeft: number): Mark | null {
  if (daysLeft < 0) return null;
  return MARKS.toReversed().find((mark) => daysLeft <= mark) ?? null;
}

function placeOf({ agreement, paragraph, day, mark }: Reminder): string {
  return `${agreement} ${paragraph} ${day} ${mark}`;
}
