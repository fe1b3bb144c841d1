import { dayOf } from '../../plain/time.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { findFor, setDone } from './store.ts';

/** Somebody has looked at it. Says which organisation it was for; null for the network. */
export async function settleNotice(ctx: Context, id: string): Promise<string | null> {
  const organisation = await ctx.db.read((db) => findFor(db, id));
  if (organisation === undefined) throw new NotFoundError();
  demand(may.settle(ctx.actor, organisation));
  const isDone = await ctx.db.write((tx) => setDone(tx, id, dayOf(ctx.clock.now())));
  if (!isDone) throw new NotFoundError();
  return organisation;
}
