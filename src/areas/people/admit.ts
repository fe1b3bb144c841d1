import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { byRoleOf } from './role.ts';
import { deleteAdmission, insertAdmission } from './store-admission.ts';
import { findFamilyStanding } from './store-role.ts';

/** Confirms an organisation in the network: whoever speaks for it reads from now on what the network shows its own. */
export async function admit(ctx: Context, organisation: string): Promise<void> {
  demand(may.admit(ctx.actor));
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const standing = await findFamilyStanding(tx, { kind: 'organisation', organisation }, dayOf(now));
    if (standing.length === 0) throw new ConflictError(saying('people.admission.nobody'));
    if (!(await insertAdmission(tx, organisation, dayOf(now)))) return;
    const about = `subject/${organisation}`;
    await note(tx, organisation, { at: now, act: 'organisation.admitted', byRole: byRoleOf(ctx.actor), about });
  });
}

/** Takes that back; it counts at the next request. */
export async function revokeAdmission(ctx: Context, organisation: string): Promise<void> {
  demand(may.admit(ctx.actor));
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    if (!(await deleteAdmission(tx, organisation))) throw new NotFoundError();
    const about = `subject/${organisation}`;
    await note(tx, organisation, { at: now, act: 'organisation.admissionEnded', byRole: byRoleOf(ctx.actor), about });
  });
}
