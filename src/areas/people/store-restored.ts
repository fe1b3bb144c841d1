import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

/** Organisations that somebody speaks for, or has ever spoken for. */
export async function findEverSpoken(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('role')
    .innerJoin('role_term', 'role_term.role', 'role.id')
    .select('role.organisation')
    .distinct()
    .where('role.organisation', 'is not', null)
    .orderBy('role.organisation')
    .execute();
  return rows.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
}

/** After an older state has come back: what was on its way from one to another is planned anew. */
export async function dropAllHandOvers(tx: Transaction): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('hand_over').executeTakeFirst();
  return Number(numDeletedRows);
}

/** Who can come in, as numbers. */
export interface WaysIn {
  readonly accounts: number;
  readonly passkeys: number;
  /** How many hold or deputise on a day. */
  readonly coordination: number;
  readonly operator: number;
  readonly organisation: number;
}

export async function countWaysIn(db: Reader, day: Day): Promise<WaysIn> {
  const count = sql<number>`count(*)::integer`;
  const accounts = await db.selectFrom('account').select(count.as('n')).executeTakeFirstOrThrow();
  const passkeys = await db.selectFrom('passkey').select(count.as('n')).executeTakeFirstOrThrow();
  const terms = await db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .select(['role.kind', count.as('n')])
    .where('role_term.account', 'is not', null)
    .where('role_term.ended_on', 'is', null)
    .where((eb) => eb.or([eb('role_term.until_day', 'is', null), eb('role_term.until_day', '>', day)]))
    .groupBy('role.kind')
    .execute();
  const held = (kind: string) => terms.find((each) => each.kind === kind)?.n ?? 0;
  return {
    accounts: accounts.n,
    passkeys: passkeys.n,
    coordination: held('coordination'),
    operator: held('operator'),
    organisation: held('organisation'),
  };
}
