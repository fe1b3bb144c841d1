import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Notice, NoticeKind } from './notice.ts';
import './tables.ts';

export async function insertNotice(tx: Transaction, kind: NoticeKind, about: string | null, now: Date): Promise<void> {
  await tx
    .insertInto('notice')
    .values({ id: newId(now), kind, about, raised_on: dayOf(now), done_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is not done yet, newest first. */
export async function findNotices(db: Reader, most: number): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'about', 'raised_on'])
    .where('done_on', 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ raised_on: raisedOn, ...row }) => ({ ...row, raisedOn }));
}

export async function setDone(tx: Transaction, id: string, day: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ done_on: day })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteDone(tx: Transaction, before: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('notice').where('done_on', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
