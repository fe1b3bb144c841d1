import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { byRoleOf, placeAmong } from './role.ts';
import { findInvitationById, spendInvitation, type Invitation } from './store-invitation.ts';
import { findStanding } from './store-role.ts';

/** Takes an open invitation back: its link and its words open nothing from now on. */
export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  const found = await ctx.db.read((db) => findInvitationById(db, id, now));
  if (found === null) throw new NotFoundError();
  demand(may.revokeInvitation(ctx.actor, await ctx.db.read((db) => standing(db, ctx, found))));
  await ctx.db.write(async (tx) => {
    if (!(await spendInvitation(tx, id))) return;
    const { organisation } = found.role;
    const by = { byRole: byRoleOf(ctx.actor), about: `role/${found.place}` };
    if (organisation !== null) await note(tx, organisation, { at: now, act: 'role.invitationRevoked', ...by });
  });
}

async function standing(db: Reader, { actor, clock }: Context, { role, by }: Invitation) {
  const terms = await findStanding(db, role, dayOf(clock.now()));
  return { role, by, mine: placeAmong(terms, actor) };
}
