import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { isRunning } from './request.ts';
import { findRequest, takeRequest } from './store.ts';
import { writeWithdrawal } from './store-answer.ts';

/** Whoever asked takes it back. Nobody is written to because of it; the link shows nothing any more. */
export async function withdrawRequest(ctx: Context, id: string): Promise<void> {
  const found = await ctx.db.read((db) => findRequest(db, id));
  if (found === null) throw new NotFoundError();
  demand(may.withdraw(ctx.actor, found));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const request = await takeRequest(tx, id);
    if (request === null || !isRunning(request)) throw new ConflictError(saying('requests.may.moved'));
    await writeWithdrawal(tx, id, dayOf(at));
    const about = { at, act: 'request.withdrawn', byRole: 'organisation', about: `request/${id}` };
    await holdChains(tx, [request.sender, request.receiver]);
    await note(tx, request.sender, about);
    if (request.state !== 'waiting') await note(tx, request.receiver, about);
  });
}
