import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { endSessionsOf } from '../../platform/http/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { accountOf } from '../../plain/actor.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { endTerm } from './end-term.ts';
import { demand, may } from './may.ts';
import { demandFresh } from './own-account.ts';
import { ASLEEP_DAYS, byRoleOf, pathOfRole, placeAmong, type RoleRef } from './role.ts';
import { findAsleep, findStanding, holdRole } from './store-role.ts';

/** Gives a place in a role up, or ends that of a deputy. What was said in it stays; the name is nowhere any more. */
export async function leaveRole(
  ctx: Context,
  { role, term }: { readonly role: RoleRef; readonly term: string },
): Promise<void> {
  const seen = await ctx.db.read((db) => standing(db, ctx, role, term));
  demand(may.endTerm(ctx.actor, seen));
  const now = ctx.clock.now();
  const isVacant = await ctx.db.write(async (tx) => {
    if (accountOf(ctx.actor) !== null) await demandFresh(tx, ctx.actor, now);
    const held = await holdRole(tx, role, now);
    const ended = await endTerm(tx, { role: held, term }, byRoleOf(ctx.actor), now);
    if (!ended.hasEnded) throw new ConflictError(saying('people.role.over'));
    // Whom the network ends, of an organisation or of the house, may have lost the device that is still signed in.
    if (!seen.isOwn && seen.mine === null && seen.account !== null) await signOut(tx, role, seen.account, ctx);
    return ended.isVacant;
  });
  if (isVacant) ctx.events.tell('vacancy.arisen', { path: pathOfRole(role) });
}

/** Ends all sessions of whoever was ended from outside. Where it concerns an organisation, it stands in its record. */
async function signOut(tx: Transaction, { organisation }: RoleRef, account: string, ctx: Context): Promise<void> {
  await asSystem(tx, () => endSessionsOf(tx, account));
  const done = { at: ctx.clock.now(), act: 'sessions.ended', byRole: byRoleOf(ctx.actor), about: 'role' };
  if (organisation !== null) await note(tx, organisation, done);
}

async function standing(db: Reader, { actor, clock }: Context, role: RoleRef, term: string) {
  const terms = await findStanding(db, role, dayOf(clock.now()));
  const found = terms.find(({ id }) => id === term);
  if (found === undefined) throw new NotFoundError();
  const isOwn = found.account !== null && found.account === accountOf(actor);
  const asleep = await findAsleep(db, [found.account], addDays(dayOf(clock.now()), -ASLEEP_DAYS));
  const isAsleep = asleep.size > 0;
  return { role, account: found.account, place: found.place, mine: placeAmong(terms, actor), isOwn, isAsleep };
}
