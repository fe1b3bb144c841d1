import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables-introduction.ts';

export async function insertVouch(
  tx: Transaction,
  vouch: { readonly organisation: string; readonly voucher: string; readonly since: Day },
): Promise<void> {
  await tx
    .insertInto('vouch')
    .values(vouch)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False when there was nothing to take back. */
export async function removeVouch(tx: Transaction, organisation: string, voucher: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('vouch')
    .where('organisation', '=', organisation)
    .where('voucher', '=', voucher)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Since when each of these vouches for an organisation. */
export async function findOwnVouches(
  db: Reader,
  organisation: string,
  vouchers: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  if (vouchers.length === 0) return new Map();
  const rows = await db
    .selectFrom('vouch')
    .select(['voucher', 'since'])
    .where('organisation', '=', organisation)
    .where('voucher', 'in', [...vouchers])
    .execute();
  return new Map(rows.map(({ voucher, since }) => [voucher, since]));
}

/**
 * Who vouches for an organisation under any of its ids, itself left out, for the program alone: members are told that
 * two stand, and never which.
 */
export async function findVouchers(db: Reader, organisation: string): Promise<readonly string[]> {
  const family = sql<string[]>`((select kin_of(array[${organisation}::uuid]))::uuid[])`;
  const rows = await asSystem(db, () =>
    db
      .selectFrom('vouch')
      .select('voucher')
      .distinct()
      .where(sql<boolean>`organisation = any(${family}) and voucher <> all(${family})`)
      .execute(),
  );
  return rows.map(({ voucher }) => voucher);
}
