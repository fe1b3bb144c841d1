import { holdChains, note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { deleteRecoveries } from './store-rescue.ts';

/** Whoever is in by a session or a passkey needs no recovery: everything that was asked about the account ends. */
export async function stopRecovery(ctx: Context): Promise<void> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const told = await deleteRecoveries(tx, account);
    await holdChains(tx, told);
    for (const organisation of told)
      await note(tx, organisation, { at, act: 'recovery.stopped', byRole: 'organisation', about: 'role' });
  });
}
