import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Insertable, Updateable } from 'kysely';
import type { AccountTable } from './tables.ts';

/** False when the alias is taken, also by somebody who was quicker. */
export async function insertAccount(tx: Transaction, account: Insertable<AccountTable>): Promise<boolean> {
  return asSystem(tx, async () => {
    const row = await tx
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.column('alias_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  });
}

export async function isAliasTaken(db: Reader, aliasKey: string): Promise<boolean> {
  return asSystem(db, async () => {
    const row = await db.selectFrom('account').select('id').where('alias_key', '=', aliasKey).executeTakeFirst();
    return row !== undefined;
  });
}

/** What signing in needs to know. */
export interface Keys {
  readonly account: string;
  readonly passphrase: string | null;
  readonly totpSecret: string | null;
  /** The last time step whose code was used; null while the second step is not set up. */
  readonly totpStep: number | null;
  /** Has come back without its second step. */
  readonly owesSecondStep: boolean;
}

export async function findKeys(
  db: Reader,
  by: { readonly alias: string } | { readonly id: string },
): Promise<Keys | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('account')
      .select(['id', 'passphrase', 'totp_secret', 'totp_step', 'owes_second_step'])
      .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('alias_key', '=', by.alias)))
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          account: row.id,
          passphrase: row.passphrase,
          totpSecret: row.totp_secret,
          totpStep: row.totp_step,
          owesSecondStep: row.owes_second_step,
        };
  });
}

/** An account as its owner sees it. */
export interface OwnAccount {
  readonly id: string;
  readonly alias: string;
  readonly language: string;
  readonly mail: string | null;
  readonly hasPassphrase: boolean;
  readonly hasSecondStep: boolean;
}

export async function findOwnAccount(db: Reader, account: string): Promise<OwnAccount | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'alias', 'language', 'mail', 'passphrase', 'totp_step'])
    .where('id', '=', account)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        id: row.id,
        alias: row.alias,
        language: row.language,
        mail: row.mail,
        hasPassphrase: row.passphrase !== null,
        hasSecondStep: row.totp_step !== null,
      };
}

/** Changes what an account holds of itself. False when a new alias is taken. */
export async function updateAccount(
  tx: Transaction,
  account: string,
  change: Omit<Updateable<AccountTable>, 'id' | 'began_on'>,
): Promise<boolean> {
  return asSystem(tx, async () => {
    const key = change.alias_key;
    if (key !== undefined) {
      const taken = await tx
        .selectFrom('account')
        .select('id')
        .where('alias_key', '=', key)
        .where('id', '<>', account)
        .executeTakeFirst();
      if (taken !== undefined) return false;
    }
    await tx.updateTable('account').set(change).where('id', '=', account).execute();
    return true;
  });
}

export async function deleteAccount(tx: Transaction, account: string): Promise<void> {
  await asSystem(tx, () => tx.deleteFrom('account').where('id', '=', account).execute());
}

/** Notes the day of the last visit, and only the day. */
export async function noteSeen(tx: Transaction, account: string, today: Day): Promise<void> {
  await asSystem(tx, () => tx.updateTable('account').set({ seen_on: today }).where('id', '=', account).execute());
}
