import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { deleteHandOver, findAnyHandOver, findHandOver } from './store-hand-over.ts';
import { holdRoleById } from './store-role.ts';

/** Either side calls a hand-over off before its day; an invitation that was made for it ends with it. */
export async function cancelHandOver(ctx: Context, roleId: string): Promise<void> {
  const seen = await ctx.db.read((db) => findHandOver(db, roleId));
  if (seen === null) throw new NotFoundError();
  demand(may.cancelHandOver(ctx.actor, seen));
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const role = await holdRoleById(tx, roleId);
    if (role === null || (await findAnyHandOver(tx, roleId))?.id !== seen.id) return;
    await deleteHandOver(tx, seen.id);
    const done = { at: now, act: 'role.handOverCancelled', byRole: 'organisation', about: 'role/holder' };
    if (role.organisation !== null) await note(tx, role.organisation, done);
  });
}
