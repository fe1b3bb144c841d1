import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { roleOf } from './merge.ts';
import { beginUnasked, endUnasked, findUnaskedSince } from './store-pairs.ts';

/** Whether what is overwhelmingly the same is merged without asking, from the next round on. What was merged stays. */
export async function switchUnasked(ctx: Context, { isOn }: { readonly isOn: boolean }): Promise<void> {
  demand(may.switchUnasked(ctx.actor));
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const isOnNow = (await findUnaskedSince(tx)) !== null;
    if (isOn && !isOnNow) await beginUnasked(tx, { id: newId(now), since: dayOf(now), by_role: roleOf(ctx) });
    if (!isOn && isOnNow) await endUnasked(tx, dayOf(now), roleOf(ctx));
  });
}
