import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { HandOverTable } from './tables.ts';

/** A role on its way from one to another. */
export interface HandOver {
  readonly id: string;
  readonly role: string;
  readonly from: string | null;
  /** Null while it is for whoever accepts the invitation. */
  readonly to: string | null;
  readonly day: Day;
  readonly confirmedOn: Day | null;
}

/** Keeps what is to be handed over; an earlier plan for the same role is forgotten, with its invitation. */
export async function insertHandOver(tx: Transaction, handOver: HandOverTable): Promise<void> {
  await asSystem(tx, async () => {
    await tx.deleteFrom('hand_over').where('role', '=', handOver.role).execute();
    await tx.insertInto('hand_over').values(handOver).execute();
  });
}

/** The hand-over of a role, as far as the actor may see it. */
export async function findHandOver(db: Reader, role: string): Promise<HandOver | null> {
  return (await rows(db).where('role', '=', role).executeTakeFirst()) ?? null;
}

/** What is on its way from or to an account. */
export function findHandOversOf(db: Reader, account: string): Promise<readonly HandOver[]> {
  return rows(db)
    .where((eb) => eb.or([eb('from_account', '=', account), eb('to_account', '=', account)]))
    .orderBy('id')
    .execute();
}

/** The same for the program. The role has to be held already: whoever changes one holds its role. */
export function findAnyHandOver(tx: Reader, role: string): Promise<HandOver | null> {
  return asSystem(tx, () => findHandOver(tx, role));
}

/** The receiver says yes. */
export async function setConfirmed(tx: Transaction, id: string, account: string, today: Day): Promise<void> {
  await asSystem(tx, () =>
    tx.updateTable('hand_over').set({ to_account: account, confirmed_on: today }).where('id', '=', id).execute(),
  );
}

export async function deleteHandOver(tx: Transaction, id: string): Promise<void> {
  await asSystem(tx, () => tx.deleteFrom('hand_over').where('id', '=', id).execute());
}

/** Somebody else holds the role from now on: nothing that was planned with the one before takes it away again. */
export async function dropHandOversOf(tx: Transaction, role: string): Promise<void> {
  await asSystem(tx, () => tx.deleteFrom('hand_over').where('role', '=', role).execute());
}

/** Somebody leaves a role: what was only asked for ends with it, what was agreed goes on without the name. */
export async function leaveHandOvers(tx: Transaction, role: string, account: string): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .deleteFrom('hand_over')
      .where('role', '=', role)
      .where((eb) =>
        eb.or([
          eb.and([eb('from_account', '=', account), eb('confirmed_on', 'is', null)]),
          eb('to_account', '=', account),
        ]),
      )
      .execute();
    await tx
      .updateTable('hand_over')
      .set({ from_account: null })
      .where('role', '=', role)
      .where('from_account', '=', account)
      .execute();
  });
}

/** Roles whose agreed day has come. Only the program asks. */
export async function findDueHandOvers(tx: Reader, today: Day): Promise<readonly string[]> {
  const due = await tx
    .selectFrom('hand_over')
    .select('role')
    .where('confirmed_on', 'is not', null)
    .where('on_day', '<=', today)
    .orderBy('role')
    .execute();
  return due.map(({ role }) => role);
}

/** Removes what nobody has confirmed by the agreed day. */
export async function sweepHandOvers(tx: Transaction, today: Day): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('hand_over')
    .where('confirmed_on', 'is', null)
    .where('on_day', '<', today)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function rows(db: Reader) {
  return db
    .selectFrom('hand_over')
    .select(['id', 'role', 'from_account as from', 'to_account as to', 'on_day as day', 'confirmed_on as confirmedOn']);
}
