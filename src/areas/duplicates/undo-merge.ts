import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { unforward } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import { demand, may } from './may.ts';
import { noteAll, roleOf } from './merge.ts';
import { isOwn, voicesOf } from './standing.ts';
import { findMerge, markUndone, takeBackWith, type Merge } from './store.ts';

/** An entry counts as itself again, as if it had never been merged; what was judged with the merge is taken back. */
export async function undoMerge(ctx: MergeContext, { merge: id }: { readonly merge: string }): Promise<void> {
  const found = await ctx.db.read(async (db) => {
    const merge = await findMerge(db, id);
    return merge === null ? null : { merge, isOwn: await isOwn(db, ctx, merge.head) };
  });
  if (found === null) throw new NotFoundError();
  demand(may.undo(ctx.actor, found.isOwn));
  await ctx.db.write((tx) => undoIn(tx, ctx, found.merge));
}

/** The same in the caller's transaction, before anything else is written in it. */
export async function undoIn(tx: Transaction, ctx: MergeContext, merge: Merge): Promise<void> {
  const at = ctx.clock.now();
  if (merge.undoneOn !== null) throw new ConflictError(saying('duplicates.undone'));
  const voices = await voicesOf(tx, merge.merged);
  await unforward(tx, ctx.register, { from: merge.merged, at });
  if (!(await markUndone(tx, merge.id, { day: dayOf(at), byRole: roleOf(ctx) })))
    throw new ConflictError(saying('duplicates.undone'));
  await takeBackWith(tx, merge.id, dayOf(at));
  await noteAll(tx, ctx, { ...merge, voices, act: 'entry.separated' });
}
