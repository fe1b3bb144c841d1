import type { Transaction } from '../../platform/database/index.ts';
import { asSystem } from '../../platform/database/index.ts';
import { endSessionsOf, hashOf } from '../../platform/http/index.ts';
import { newCode } from '../../plain/code-words.ts';
import { RESCUE_WORDS } from './recover.ts';
import { updateAccount } from './store-account.ts';
import { deletePasskeys, holdAccount } from './store-passkey.ts';
import { deleteRecoveries } from './store-rescue.ts';
import { endHalfSignIns } from './store-sign-in.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * Closes every former way into an account and opens one: this passphrase (its hash). Whoever had found a way in
 * is out. Returns the new recovery words, kept by nobody but the reader.
 */
export async function renewWaysIn(
  tx: Transaction,
  account: string,
  passphrase: string,
  now: Date,
): Promise<readonly string[]> {
  const owner = await holdAccount(tx, account);
  const words = newCode(RESCUE_WORDS);
  await updateAccount(tx, account, {
    passphrase,
    totp_secret: null,
    totp_step: null,
    recovery_hash: hashOf(words.join(' ')),
  });
  await deletePasskeys(tx, account);
  await endHalfSignIns(tx, account);
  await deleteRecoveries(tx, account);
  await asSystem(tx, () => endSessionsOf(tx, account));
  await tellOwner(tx, owner, 'recovered', now);
  return words;
}
