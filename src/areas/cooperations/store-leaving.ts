import { sql } from 'kysely';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import type { Closure } from './closure.ts';
import type { Leaving } from './leaving.ts';
import './tables-leaving.ts';
import './tables.ts';

/** Until this transaction ends nobody else begins, changes or ends anything in this cooperation. 404 for strangers. */
export async function takeCooperation(tx: Transaction, cooperation: string): Promise<void> {
  const { rows } = await sql`select id from cooperation where id = ${cooperation} for update`.execute(tx);
  if (rows.length === 0) throw new NotFoundError();
}

/**
 * Goes on only while the cooperation has not ended: what has ended stays as it was. Nobody ends it before this
 * transaction is over; whoever is ending it at this moment is waited for.
 */
export async function demandGoingOn(tx: Transaction, cooperation: string): Promise<void> {
  await sql`select id from cooperation where id = ${cooperation} for key share`.execute(tx);
  const [closure] = await findClosed(tx, [cooperation]);
  if (closure !== undefined) throw new ConflictError(saying('cooperations.ended'));
}

/** The cooperations that have ended, of all that the reader may see, or of these. */
export async function findClosed(db: Reader, cooperations?: readonly string[]): Promise<readonly Closure[]> {
  if (cooperations?.length === 0) return [];
  return db
    .selectFrom('closure')
    .select(['cooperation', 'day', 'kind', 'kept_until as keptUntil'])
    .$if(cooperations !== undefined, (query) => query.where('cooperation', 'in', cooperations ?? []))
    .orderBy('cooperation')
    .execute();
}

/** Who goes or has gone, of all that the reader may see, or of these cooperations. */
export async function findLeaving(db: Reader, cooperations?: readonly string[]): Promise<readonly Leaving[]> {
  if (cooperations?.length === 0) return [];
  return db
    .selectFrom('leaving')
    .select(LEAVING)
    .$if(cooperations !== undefined, (query) => query.where('cooperation', 'in', cooperations ?? []))
    .orderBy('last_day')
    .orderBy('id')
    .execute();
}

const LEAVING = [
  'id',
  'cooperation',
  'organisation',
  'declared_on as declaredOn',
  'last_day as lastDay',
  'left_on as leftOn',
] as const;

/** The cooperations in which the last day of somebody is over. For the program. */
export async function findDeparting(db: Reader, today: Day): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('leaving as l')
    .distinct()
    .select('l.cooperation')
    .where('l.left_on', 'is', null)
    .where('l.last_day', '<', today)
    .where((by) =>
      by.not(by.exists(by.selectFrom('closure as c').select('c.day').whereRef('c.cooperation', '=', 'l.cooperation'))),
    )
    .orderBy('l.cooperation')
    .execute();
  return rows.map(({ cooperation }) => cooperation);
}

export async function insertLeaving(tx: Transaction, leaving: Omit<Leaving, 'leftOn'>): Promise<void> {
  const { id, cooperation, organisation, declaredOn, lastDay } = leaving;
  await tx
    .insertInto('leaving')
    .values({ id, cooperation, organisation, declared_on: declaredOn, last_day: lastDay, left_on: null })
    .execute();
}

/** Takes back that a partner goes. False when there is nothing to take back any more. */
export async function removeLeaving(tx: Transaction, cooperation: string, organisation: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('leaving')
    .where('cooperation', '=', cooperation)
    .where('organisation', '=', organisation)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Lets a partner out: from here on it reads nothing of this cooperation. By the program, when its last day is over. */
export async function letGo(
  tx: Transaction,
  { id, cooperation, organisation, lastDay }: Pick<Leaving, 'id' | 'cooperation' | 'organisation' | 'lastDay'>,
  today: Day,
): Promise<void> {
  await asSystem(tx, async () => {
    await tx.updateTable('leaving').set({ left_on: today }).where('id', '=', id).execute();
    await tx
      .updateTable('cooperation_partner')
      .set({ until: lastDay })
      .where('cooperation', '=', cooperation)
      .where('organisation', '=', organisation)
      .where('until', 'is', null)
      .execute();
    await tx
      .updateTable('cooperation')
      .set({ partners: sql`array_remove(partners, ${organisation}::uuid)` })
      .where('id', '=', cooperation)
      .execute();
  });
}

/** A cooperation ends. By the program: no partner alone writes that. False when it has ended before. */
export async function insertClosure(tx: Transaction, closure: Closure): Promise<boolean> {
  const { cooperation, day, kind, keptUntil } = closure;
  const row = await asSystem(tx, () =>
    tx
      .insertInto('closure')
      .values({ cooperation, day, kind, kept_until: keptUntil })
      .onConflict((conflict) => conflict.doNothing())
      .returning('cooperation')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Removes a cooperation and, by the foreign keys, everything that stands in it. Nothing of it can be brought back. */
export async function removeCooperations(tx: Transaction, cooperations: readonly string[]): Promise<number> {
  if (cooperations.length === 0) return 0;
  const { numDeletedRows } = await asSystem(tx, () =>
    tx.deleteFrom('cooperation').where('id', 'in', cooperations).executeTakeFirst(),
  );
  return Number(numDeletedRows);
}

/** Ended cooperations whose time here is over. For the program. */
export async function findForgettable(db: Reader, today: Day): Promise<readonly string[]> {
  const rows = await db.selectFrom('closure').select('cooperation').where('kept_until', '<', today).execute();
  return rows.map(({ cooperation }) => cooperation);
}
