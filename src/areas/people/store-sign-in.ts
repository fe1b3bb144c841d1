import { sql } from 'kysely';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { lastStepAt } from './second-step.ts';

/** Two attempts at once take turns, so that none slips past the count of the other. */
export async function takeTurns(tx: Transaction, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`people/${key}`}))`.execute(tx);
}

/** Keeps that an account has shown its passphrase and still owes a code. */
export async function insertHalfSignIn(
  tx: Transaction,
  half: { readonly tokenHash: string; readonly account: string; readonly endsAt: Date },
  now: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await tx.deleteFrom('half_sign_in').where('ends_at', '<=', now).execute();
    await tx
      .insertInto('half_sign_in')
      .values({ token_hash: half.tokenHash, account: half.account, ends_at: half.endsAt })
      .execute();
  });
}

/** The account behind a sign-in that owes its code; null when there is none, or it took too long. */
export async function findHalfSignIn(tx: Transaction, tokenHash: string, now: Date): Promise<string | null> {
  return asSystem(tx, async () => {
    const row = await tx
      .selectFrom('half_sign_in')
      .select('account')
      .where('token_hash', '=', tokenHash)
      .where('ends_at', '>', now)
      .executeTakeFirst();
    return row?.account ?? null;
  });
}

/** Nobody goes on from a passphrase that was shown before this moment. */
export async function endHalfSignIns(tx: Transaction, account: string): Promise<void> {
  await asSystem(tx, () => tx.deleteFrom('half_sign_in').where('account', '=', account).execute());
}

/**
 * Uses up the code of a time step; false when it, or a later one, was used already. A step that is still to come was
 * used while the clock was wrong: it locks nobody out.
 */
export async function useUpStep(tx: Transaction, account: string, step: number, now: Date): Promise<boolean> {
  return asSystem(tx, async () => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ totp_step: step })
      .where('id', '=', account)
      .where((eb) =>
        eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step), eb('totp_step', '>', lastStepAt(now))]),
      )
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}
