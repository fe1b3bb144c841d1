import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf, ZONE } from '../../plain/time.ts';
import './tables.ts';

const KEPT_DAYS = 365;

/** What was settled more than a year ago is forgotten as a whole, as the inventory says. */
export async function sweepAsks(tx: Transaction, now: Date): Promise<number> {
  const before = addDays(dayOf(now), -KEPT_DAYS);
  const { numDeletedRows } = await tx
    .deleteFrom('confirmation_ask')
    .where('state', 'in', ['answered', 'closed'])
    .where(sql<boolean>`greatest(sent_on, (answered_at at time zone ${ZONE}::text)::date) < ${before}::date`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
