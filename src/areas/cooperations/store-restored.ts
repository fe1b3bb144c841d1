import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

/** How many cooperations go on, and how many organisations are about to leave one. For the program. */
export async function countGoingOn(
  tx: Transaction,
): Promise<{ readonly cooperations: number; readonly leavings: number }> {
  const ended = tx.selectFrom('closure').select('cooperation');
  const going = await tx
    .selectFrom('cooperation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', 'not in', ended)
    .executeTakeFirstOrThrow();
  const leaving = await tx
    .selectFrom('leaving')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('left_on', 'is', null)
    .where('cooperation', 'not in', ended)
    .executeTakeFirstOrThrow();
  return { cooperations: Number(going.count), leavings: Number(leaving.count) };
}

/** Nobody is let out before this day: a leaving may have been taken back since, and can be taken back again until then. */
export async function putLeavingsOff(tx: Transaction, until: Day): Promise<void> {
  await tx
    .updateTable('leaving')
    .set({ last_day: sql`greatest(last_day, ${until}::date)` })
    .where('left_on', 'is', null)
    .execute();
}
