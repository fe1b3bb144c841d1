import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

/** False when it was confirmed already. */
export async function insertAdmission(tx: Transaction, organisation: string, today: Day): Promise<boolean> {
  const row = await tx
    .insertInto('admission')
    .values({ organisation, admitted_on: today })
    .onConflict((conflict) => conflict.column('organisation').doNothing())
    .returning('organisation')
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was not confirmed. */
export async function deleteAdmission(tx: Transaction, organisation: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('admission')
    .where('organisation', '=', organisation)
    .returning('organisation')
    .executeTakeFirst();
  return row !== undefined;
}

/** Since when organisations are confirmed in the network; those that are not are missing. */
export async function findAdmissions(db: Reader, organisations: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (organisations.length === 0) return new Map();
  const rows = await db.selectFrom('admission').selectAll().where('organisation', 'in', organisations).execute();
  return new Map(rows.map(({ organisation, admitted_on }) => [organisation, admitted_on]));
}
