import { sql } from 'kysely';
import type { Day } from '../../plain/time.ts';
import { asSystem, type Transaction } from '../database/index.ts';

/**
 * What several organisations write each for itself and read together: the rows of `table` whose column `by` is `id`,
 * one for each `organisation`. `done_on` says that its side has handed it over; `opened_on` is set for all of them
 * at once when the last has. The wall of the table lets the others read only what is opened.
 *
 * @example const sealed: Sealed = { table: 'sheet', by: 'cooperation', id: cooperation, partners, day };
 */
export interface Sealed {
  readonly table: string;
  readonly by: string;
  readonly id: string;
  /** Whose parts are waited for. One alone opens nothing. */
  readonly partners: readonly string[];
  readonly day: Day;
}

/** Marks the part of one side as done, and opens all of them when it was the last. Whether they are open now. */
export async function handOverSealed(tx: Transaction, organisation: string, sealed: Sealed): Promise<boolean> {
  const { table, by, id, day } = sealed;
  return asSystem(tx, async () => {
    await hold(tx, sealed);
    await sql`update ${sql.table(table)} set done_on = ${day}
      where ${sql.ref(by)} = ${id} and organisation = ${organisation} and done_on is null`.execute(tx);
    return openWhenDone(tx, sealed);
  });
}

/** Opens all parts when every partner has handed over; also when one who was waited for has gone. */
export async function openWhenDone(tx: Transaction, sealed: Sealed): Promise<boolean> {
  const { table, by, id, partners, day } = sealed;
  return asSystem(tx, async () => {
    await hold(tx, sealed);
    const { rows } = await sql<{ organisation: string }>`select organisation from ${sql.table(table)}
      where ${sql.ref(by)} = ${id} and done_on is not null`.execute(tx);
    const isOpen =
      partners.length > 1 && partners.every((partner) => rows.some(({ organisation }) => organisation === partner));
    if (isOpen)
      await sql`update ${sql.table(table)} set opened_on = ${day}
        where ${sql.ref(by)} = ${id} and done_on is not null and opened_on is null`.execute(tx);
    return isOpen;
  });
}

/** Two who finish at the same moment: the second sees that the first is done. */
async function hold(tx: Transaction, { table, id }: Sealed): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${table}/${id}`}))`.execute(tx);
}
