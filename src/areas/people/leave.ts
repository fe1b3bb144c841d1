import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, type FieldProblem } from './account.ts';
import { confirmOwner } from './confirm-owner.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { removeAccount } from './remove-account.ts';
import { pathOfRole } from './role.ts';
import { findOwnAccount } from './store-account.ts';

/** Leaves for good, confirmed by the passphrase, or by the alias where there is none. */
export async function leave(
  ctx: Context,
  typed: { readonly present: string; readonly alias: string },
): Promise<Result<null, readonly FieldProblem[]>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const own = await ctx.db.read((db) => findOwnAccount(db, account));
  if (own === null) throw new NotFoundError();
  if (!own.hasPassphrase && aliasKey(typed.alias) !== aliasKey(own.alias))
    return not([{ field: 'alias', told: saying('people.leave.alias.wrong') }]);
  const wrong = await confirmOwner(ctx, account, typed.present);
  if (wrong !== null) return not([{ field: 'present', told: wrong }]);
  const now = ctx.clock.now();
  const vacant = await ctx.db.write((tx) => removeAccount(tx, account, 'organisation', now));
  for (const role of vacant) ctx.events.tell('vacancy.arisen', { path: pathOfRole(role) });
  return ok(null);
}
