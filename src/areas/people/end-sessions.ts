import type { Context } from '../../platform/context.ts';
import { asSystem } from '../../platform/database/index.ts';
import { endSessionsOf } from '../../platform/http/index.ts';
import { isId } from '../../plain/ids.ts';
import { sessionOf } from './guard.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';

/** Ends one session of one's own, or all but the one that asks. Out is out at the next request. Signing out here is free. */
export async function endSessions(ctx: Context, which: { readonly only: string } | 'others'): Promise<void> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const here = sessionOf(ctx);
  if (here === null || (which !== 'others' && !isId(which.only))) return;
  await ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, ctx.clock.now());
    await asSystem(tx, () => endSessionsOf(tx, account, which === 'others' ? { except: here } : which));
  });
}
