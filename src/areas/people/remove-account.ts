import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { endSessionsOf } from '../../platform/http/index.ts';
import { endTermsOf } from './end-term.ts';
import type { Role } from './role.ts';
import { deleteAccount } from './store-account.ts';

/**
 * Removes an account with its keys and sessions, in the caller's transaction. What it said for its organisations
 * stays their word; its name is nowhere any more. Returns the roles that stand empty by that.
 */
export async function removeAccount(
  tx: Transaction,
  account: string,
  byRole: 'organisation' | 'system',
  now: Date,
): Promise<readonly Role[]> {
  const vacant = await endTermsOf(tx, account, byRole, now);
  await asSystem(tx, () => endSessionsOf(tx, account));
  await deleteAccount(tx, account);
  return vacant;
}
