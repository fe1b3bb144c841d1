import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

export async function wantsAnchor(db: Reader, organisation: string): Promise<boolean> {
  const row = await db
    .selectFrom('chain_anchor')
    .select('organisation')
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  return row !== undefined;
}

/** Says whether that changed anything. */
export async function setAnchorWanted(tx: Transaction, organisation: string, wants: boolean): Promise<boolean> {
  if ((await wantsAnchor(tx, organisation)) === wants) return false;
  if (wants) await tx.insertInto('chain_anchor').values({ organisation, sent_on: null }).execute();
  else await tx.deleteFrom('chain_anchor').where('organisation', '=', organisation).execute();
  return true;
}

/** Organisations whose last head was mailed on a day or before, or never. */
export async function findAnchorsDue(db: Reader, before: Day): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('chain_anchor')
    .select('organisation')
    .where((eb) => eb.or([eb('sent_on', 'is', null), eb('sent_on', '<=', before)]))
    .orderBy('organisation')
    .execute();
  return rows.map(({ organisation }) => organisation);
}

/** False where somebody else was quicker, or it is no longer wanted. */
export async function setAnchorSent(tx: Transaction, organisation: string, day: Day, before: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('chain_anchor')
    .set({ sent_on: day })
    .where('organisation', '=', organisation)
    .where((eb) => eb.or([eb('sent_on', 'is', null), eb('sent_on', '<=', before)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
