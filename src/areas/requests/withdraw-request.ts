import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findEnded } from './ended.ts';
import { demand, may } from './may.ts';
import { isRunning } from './request.ts';
import { findRequest, takeRequest } from './store.ts';
import { writeWithdrawal } from './store-answer.ts';
import { findRunning } from './store-round.ts';
import { REQUESTS_PATH, type Work } from './work.ts';

type Settling = Pick<Work, 'settle'>;

/** Whoever asked takes it back. Nobody is written to because of it; the link shows nothing any more. */
export async function withdrawRequest(ctx: Context, work: Settling, id: string): Promise<void> {
  const found = await ctx.db.read((db) => findRequest(db, id));
  if (found === null) throw new NotFoundError();
  demand(may.withdraw(ctx.actor, found));
  const at = ctx.clock.now();
  const isDone = await ctx.db.write((tx) => takeBack(tx, work, { id, byRole: 'organisation', at }));
  if (!isDone) throw new ConflictError(saying('requests.may.moved'));
}

/** What is over asks nobody any more, nor does whoever has left it: who was asked has nothing to do. Can be repeated. */
export async function withdrawEnded(ctx: Pick<Context, 'db' | 'actor' | 'clock'>, work: Settling): Promise<number> {
  demand(may.goRound(ctx.actor));
  const at = ctx.clock.now();
  const ended = await ctx.db.read(async (db) => findEnded(db, await findRunning(db)));
  for (const { id } of ended) await ctx.db.write((tx) => takeBack(tx, work, { id, byRole: 'system', at }));
  return ended.length;
}

/** False when there is nothing to take back any more. */
async function takeBack(
  tx: Transaction,
  work: Settling,
  { id, byRole, at }: { readonly id: string; readonly byRole: 'organisation' | 'system'; readonly at: Date },
): Promise<boolean> {
  const request = await takeRequest(tx, id);
  if (request === null || !isRunning(request)) return false;
  await writeWithdrawal(tx, id, dayOf(at));
  await work.settle(tx, { about: `${REQUESTS_PATH}/${id}` }, at);
  const about = { at, act: 'request.withdrawn', byRole, about: `request/${id}` };
  await holdChains(tx, [request.sender, request.receiver]);
  await note(tx, request.sender, about);
  if (request.state !== 'waiting') await note(tx, request.receiver, about);
  return true;
}
