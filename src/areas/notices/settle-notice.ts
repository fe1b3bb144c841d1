import { dayOf } from '../../plain/time.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { setDone } from './store.ts';

/** Somebody has looked at it. */
export async function settleNotice(ctx: Context, id: string): Promise<void> {
  demand(may.settle(ctx.actor));
  const found = await ctx.db.write((tx) => setDone(tx, id, dayOf(ctx.clock.now())));
  if (!found) throw new NotFoundError();
}
