import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { afterTerms } from './end-term.ts';
import type { Role } from './role.ts';
import { deleteHandOver, type HandOver } from './store-hand-over.ts';
import { closeTerms, insertTerm } from './store-role.ts';
import { settleVacancy } from './vacancy.ts';

/**
 * Changes hands, in one transaction, so that the role is never without anybody. The role has to be held
 * (`holdRole`) and both sides have to have said yes.
 */
export async function carryOut(tx: Transaction, role: Role, { id, to }: HandOver, now: Date): Promise<void> {
  if (to === null) throw new Error('nobody to hand over to');
  const today = dayOf(now);
  await deleteHandOver(tx, id);
  const left = await closeTerms(tx, { role: role.id, place: 'holder' }, today);
  await closeTerms(tx, { role: role.id, account: to }, today);
  const term = { role: role.id, place: 'holder', account: to, from: today, until: null } as const;
  if (!(await insertTerm(tx, term, now))) throw new ConflictError(saying('people.role.taken'));
  await afterTerms(tx, role, left, 'organisation', now);
  await settleVacancy(tx, role, now);
  if (role.organisation !== null)
    await note(tx, role.organisation, {
      at: now,
      act: 'role.handedOver',
      byRole: 'organisation',
      about: 'role/holder',
    });
}
