import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { SETTLES, type NewNotice, type Notice, type NoticeKind } from './notice.ts';
import './tables.ts';

/** False when the same thing stands there already. What it settles is done with it. */
export async function insertNotice(
  tx: Transaction,
  { kind, about, organisation }: NewNotice,
  now: Date,
): Promise<boolean> {
  const settled = SETTLES[kind];
  const row = await asSystem(tx, async () => {
    if (settled !== undefined && about !== null) await settleAbout(tx, { kind: settled, about }, now);
    return tx
      .insertInto('notice')
      .values({ id: newId(now), kind, about, organisation, raised_on: dayOf(now), done_on: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
  });
  return row !== undefined;
}

/** What lies open about a path is done: all of it, or only this kind, or only what is for this organisation. */
export async function settleAbout(
  tx: Transaction,
  { about, kind, organisation }: { readonly about: string; readonly kind?: NoticeKind; readonly organisation?: string },
  now: Date,
): Promise<void> {
  let query = tx
    .updateTable('notice')
    .set({ done_on: dayOf(now) })
    .where('about', '=', about)
    .where('done_on', 'is', null);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (organisation !== undefined) query = query.where('organisation', '=', organisation);
  await asSystem(tx, () => query.execute());
}

/** What is not done yet, newest first: for the network, or for whoever speaks for some organisations. */
export async function findNotices(
  db: Reader,
  { most, organisations }: { readonly most: number; readonly organisations: readonly string[] | null },
): Promise<readonly Notice[]> {
  let query = db
    .selectFrom('notice')
    .select(['id', 'kind', 'about', 'organisation', 'raised_on as raisedOn'])
    .where('done_on', 'is', null)
    .orderBy('id', 'desc')
    .limit(most);
  query =
    organisations === null
      ? query.where('organisation', 'is', null)
      : query.where('organisation', 'in', [...organisations]);
  return query.execute();
}

/** For which organisation a notice is, or null for the network; undefined when there is none that the actor may read. */
export async function findFor(db: Reader, id: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('notice')
    .select('organisation')
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .executeTakeFirst();
  return row?.organisation;
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

/** Removes the notices that lead to something that is no longer there, whether they are done or not. */
export async function deleteAbout(tx: Transaction, path: string): Promise<void> {
  await tx
    .deleteFrom('notice')
    .where((by) => by.or([by('about', '=', path), by('about', 'like', `${path}/%`)]))
    .execute();
}
