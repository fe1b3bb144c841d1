import type { Transaction } from '../../platform/database/index.ts';
import { asSystem } from '../../platform/database/index.ts';
import { endSessionsOf } from '../../platform/http/index.ts';
import { dayOf } from '../../plain/time.ts';
import { putRescueWords } from './rescue-words.ts';
import { needsSecondStep } from './role.ts';
import { findKeys, updateAccount } from './store-account.ts';
import { deletePasskeys, holdAccount } from './store-passkey.ts';
import { deleteRecoveries } from './store-rescue.ts';
import { endHalfSignIns } from './store-sign-in.ts';
import { findRolesOf } from './store.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * Closes every former way into an account and opens one: this passphrase (its hash). Whoever had found a way in
 * is out. Where there was a second step, a new one is set up before any right comes back. Returns the new recovery words, kept by nobody but the reader.
 */
export async function renewWaysIn(
  tx: Transaction,
  account: string,
  passphrase: string,
  now: Date,
): Promise<readonly string[]> {
  const owner = await holdAccount(tx, account);
  const owes = await hadSecondStep(tx, account, now);
  await updateAccount(tx, account, { passphrase, totp_secret: null, totp_step: null, owes_second_step: owes });
  const words = await putRescueWords(tx, account);
  await deletePasskeys(tx, account);
  await endHalfSignIns(tx, account);
  await deleteRecoveries(tx, account);
  await asSystem(tx, () => endSessionsOf(tx, account));
  await tellOwner(tx, owner, 'recovered', now);
  return words;
}

/** Also one who needs it for a role of the house, and one who came back like this before without setting one up. */
async function hadSecondStep(tx: Transaction, account: string, now: Date): Promise<boolean> {
  return asSystem(tx, async () => {
    const keys = await findKeys(tx, { id: account });
    if (keys === null) return false;
    return keys.totpStep !== null || needsSecondStep(keys, await findRolesOf(tx, account, dayOf(now)));
  });
}
