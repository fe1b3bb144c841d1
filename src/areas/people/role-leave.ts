import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { accountOf } from '../../plain/actor.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { endTerm } from './end-term.ts';
import { demand, may } from './may.ts';
import { ASLEEP_DAYS, byRoleOf, pathOfRole, placeAmong, type RoleRef } from './role.ts';
import { findAsleep, findStanding, holdRole } from './store-role.ts';

/** Gives a place in a role up, or ends that of a deputy. What was said in it stays; the name is nowhere any more. */
export async function leaveRole(
  ctx: Context,
  { role, term }: { readonly role: RoleRef; readonly term: string },
): Promise<void> {
  demand(may.endTerm(ctx.actor, await ctx.db.read((db) => standing(db, ctx, role, term))));
  const now = ctx.clock.now();
  const isVacant = await ctx.db.write(async (tx) => {
    const held = await holdRole(tx, role, now);
    const ended = await endTerm(tx, { role: held, term }, byRoleOf(ctx.actor), now);
    if (!ended.hasEnded) throw new ConflictError(saying('people.role.over'));
    return ended.isVacant;
  });
  if (isVacant) ctx.events.tell('vacancy.arisen', { path: pathOfRole(role) });
}

async function standing(db: Reader, { actor, clock }: Context, role: RoleRef, term: string) {
  const terms = await findStanding(db, role, dayOf(clock.now()));
  const found = terms.find(({ id }) => id === term);
  if (found === undefined) throw new NotFoundError();
  const isOwn = found.account !== null && found.account === accountOf(actor);
  const asleep = await findAsleep(db, [found.account], addDays(dayOf(clock.now()), -ASLEEP_DAYS));
  const isAsleep = asleep.size > 0;
  return { role, place: found.place, mine: placeAmong(terms, actor), isOwn, isAsleep };
}
