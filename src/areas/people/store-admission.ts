import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { familiesOf, findFamily } from '../claims/index.ts';
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

/** Under none of its ids any more. False when it was not confirmed. */
export async function deleteAdmission(tx: Transaction, organisation: string): Promise<boolean> {
  const rows = await tx
    .deleteFrom('admission')
    .where('organisation', 'in', await findFamily(tx, [organisation]))
    .returning('organisation')
    .execute();
  return rows.length > 0;
}

/** Since when organisations are confirmed in the network, under whichever id; those that are not are missing. */
export async function findAdmissions(db: Reader, organisations: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (organisations.length === 0) return new Map();
  const { all, membersOf } = await familiesOf(db, organisations);
  const rows = await db.selectFrom('admission').selectAll().where('organisation', 'in', all).execute();
  const days = new Map(rows.map(({ organisation, admitted_on }) => [organisation, admitted_on]));
  return new Map(
    organisations.flatMap((organisation): [string, Day][] => {
      const [first] = membersOf(organisation)
        .flatMap((member) => days.get(member) ?? [])
        .toSorted();
      return first === undefined ? [] : [[organisation, first]];
    }),
  );
}
