import type { Reader, Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import type { DueReminder, Reminder } from './reminder.ts';
import './tables.ts';

const KEPT_DAYS = 90;

/** The reminders that have gone out for these agreements. For the program. */
export async function findSent(db: Reader, agreements: readonly string[]): Promise<readonly Reminder[]> {
  if (agreements.length === 0) return [];
  return db
    .selectFrom('commitment_reminder')
    .select(['agreement', 'paragraph', 'day', 'mark'])
    .where('agreement', 'in', agreements)
    .execute();
}

/** False when it has gone out already: two rounds at once send it once. */
export async function noteSent(
  tx: Transaction,
  { agreement, cooperation, paragraph, day, mark }: DueReminder,
  sentOn: Day,
): Promise<boolean> {
  const row = await tx
    .insertInto('commitment_reminder')
    .values({ agreement, cooperation, paragraph, day, mark, sent_on: sentOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes reminders of long ago. Their day has passed, so none of them goes out again. */
export async function sweepReminders(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('commitment_reminder')
    .where('sent_on', '<', addDays(dayOf(now), -KEPT_DAYS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
