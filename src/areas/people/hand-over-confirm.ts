import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { accountOf } from '../../plain/actor.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { carryOut } from './hand-over-carry-out.ts';
import { demand, may } from './may.ts';
import { demandFresh } from './own-account.ts';
import { findAnyHandOver, findHandOver, setConfirmed } from './store-hand-over.ts';
import { holdRoleById } from './store-role.ts';

/** The receiver's half: takes the role from the agreed day on. Returns that day. */
export async function confirmHandOver(ctx: Context, roleId: string): Promise<Day> {
  const seen = await ctx.db.read((db) => findHandOver(db, roleId));
  if (seen === null) throw new NotFoundError();
  demand(may.confirmHandOver(ctx.actor, seen));
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, now);
    const role = await holdRoleById(tx, roleId);
    const handOver = await findAnyHandOver(tx, roleId);
    const account = accountOf(ctx.actor);
    // Called off, or planned anew, while the receiver was reading.
    if (role === null || account === null || handOver?.id !== seen.id)
      throw new ConflictError(saying('people.handOver.gone'));
    await setConfirmed(tx, handOver.id, account, dayOf(now));
    if (handOver.day <= dayOf(now)) await carryOut(tx, role, handOver, now);
    return handOver.day;
  });
}
