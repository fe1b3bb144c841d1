import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import { saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';
import { deletePasskeys, findPasskeysOf, holdAccount } from './store-passkey.ts';
import { tellOwner } from './tell-owner.ts';

/** Removes one of one's own keys. The last way in stays. */
export async function removePasskey(ctx: Context, id: string): Promise<void> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  if (!isId(id)) throw new NotFoundError();
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, now);
    const owner = await holdAccount(tx, account);
    const left = (await findPasskeysOf(tx, account)).filter((each) => each.id !== id);
    if (left.length === 0 && owner?.hasPassphrase !== true) throw new ConflictError(saying('people.passkey.last'));
    if (!(await deletePasskeys(tx, account, id))) throw new NotFoundError();
    await tellOwner(tx, owner, 'passkeyRemoved', now);
  });
}
