import type { Context } from '../../platform/context.ts';
import { hashOf } from '../../platform/http/index.ts';
import { newCode } from '../../plain/code-words.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';
import { RESCUE_WORDS } from './recover.ts';
import { updateAccount } from './store-account.ts';
import { holdAccount } from './store-passkey.ts';
import { tellOwner } from './tell-owner.ts';

/** New recovery words to print; the former ones open nothing from now on. */
export async function renewRescueWords(ctx: Context): Promise<readonly string[]> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const words = newCode(RESCUE_WORDS);
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, now);
    const owner = await holdAccount(tx, account);
    await updateAccount(tx, account, { recovery_hash: hashOf(words.join(' ')) });
    await tellOwner(tx, owner, 'wordsRenewed', now);
  });
  return words;
}
