import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { holdAsItself } from '../claims/index.ts';
import { afterTerms } from './end-term.ts';
import type { ByRole, Place, RoleRef } from './role.ts';
import { dropHandOversOf } from './store-hand-over.ts';
import { dropInvitationsFromAbove } from './store-invitation.ts';
import { closeOverdue, closeTerms, holdRole, insertTerm } from './store-role.ts';
import { settleVacancy } from './vacancy.ts';

export interface Appointment extends RoleRef {
  readonly place: Place;
  readonly account: string;
  readonly from: Day;
  /** Not included; null is open. */
  readonly until: Day | null;
}

/**
 * Gives an account a place in a role, in the transaction of a verb that has asked its policy. A deputy who becomes
 * holder is deputy no more. Throws `ConflictError` when somebody has the place: of two at once one gets it.
 */
export async function appoint(
  tx: Transaction,
  { kind, organisation, place, account, from, until }: Appointment,
  now: Date,
  byRole: ByRole = 'link',
): Promise<void> {
  // Whoever speaks for one entry speaks for all that count as the same: nobody gets there by an entry behind it.
  if (organisation !== null) await holdAsItself(tx, organisation);
  const role = await holdRole(tx, { kind, organisation }, now);
  const today = dayOf(now);
  const over = await closeOverdue(tx, role.id, today);
  await closeTerms(tx, { role: role.id, account }, today);
  if (!(await insertTerm(tx, { role: role.id, place, account, from, until }, now)))
    throw new ConflictError(saying('people.role.taken'));
  if (place === 'holder') await dropHandOversOf(tx, role.id);
  if (organisation !== null) await dropInvitationsFromAbove(tx, role.id);
  await settleVacancy(tx, role, now);
  await afterTerms(tx, role, over, 'system', now);
  if (organisation !== null)
    await note(tx, organisation, { at: now, act: 'role.appointed', byRole, about: `role/${place}` });
}
