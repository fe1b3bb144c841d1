import type { Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import './tables.ts';

const KEPT_DAYS = 365;

/** Asks that were answered or closed more than a year ago. */
export async function sweepAsks(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('confirmation_ask')
    .where('state', 'in', ['answered', 'closed'])
    .where('sent_on', '<', addDays(dayOf(now), -KEPT_DAYS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
