import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import type { ByRole, Role, Term } from './role.ts';
import { leaveHandOvers } from './store-hand-over.ts';
import { dropInvitationsOf } from './store-invitation.ts';
import { closeTerms, findRoleIdsOf, holdRoleById } from './store-role.ts';
import { settleVacancy } from './vacancy.ts';

/** Ends a term of a role today; the account is gone from it at once. */
export async function endTerm(
  tx: Transaction,
  { role, term }: { readonly role: Role; readonly term: string },
  byRole: ByRole,
  now: Date,
): Promise<{ readonly hasEnded: boolean; readonly isVacant: boolean }> {
  const ended = await closeTerms(tx, { role: role.id, term }, dayOf(now));
  await afterTerms(tx, role, ended, byRole, now);
  return { hasEnded: ended.length > 0, isVacant: await settleVacancy(tx, role, now) };
}

/**
 * Ends every term of an account, in the transaction in which it leaves, with a note for each organisation.
 * Returns the roles that stand empty by that, to be told (`vacancy.arisen`) once it is committed.
 */
export async function endTermsOf(
  tx: Transaction,
  account: string,
  byRole: ByRole,
  now: Date,
): Promise<readonly Role[]> {
  const vacant: Role[] = [];
  for (const id of await findRoleIdsOf(tx, account)) {
    const role = await holdRoleById(tx, id);
    if (role === null) continue;
    await afterTerms(tx, role, await closeTerms(tx, { role: id, account }, dayOf(now)), byRole, now);
    if (await settleVacancy(tx, role, now)) vacant.push(role);
  }
  return vacant;
}

/** What an ended term takes with it: what its account had begun in the role. */
export async function afterTerms(
  tx: Transaction,
  role: Role,
  ended: readonly Term[],
  byRole: ByRole,
  now: Date,
): Promise<void> {
  for (const { account, place } of ended) {
    if (account !== null) {
      await dropInvitationsOf(tx, role, account);
      await leaveHandOvers(tx, role.id, account);
    }
    if (role.organisation !== null)
      await note(tx, role.organisation, { at: now, act: 'role.ended', byRole, about: `role/${place}` });
  }
}
