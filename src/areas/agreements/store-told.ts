import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import './tables.ts';

const KEPT_DAYS = 30;

/** False when this organisation has been told of this cooperation today; two who tell at once tell once. */
export async function noteTold(
  tx: Transaction,
  told: { readonly cooperation: string; readonly organisation: string; readonly day: Day },
): Promise<boolean> {
  const row = await asSystem(tx, () =>
    tx
      .insertInto('partner_told')
      .values(told)
      .onConflict((conflict) => conflict.doNothing())
      .returning('day')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Forgets on which days of long ago mails went out. */
export async function sweepTold(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('partner_told')
    .where('day', '<', addDays(dayOf(now), -KEPT_DAYS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
