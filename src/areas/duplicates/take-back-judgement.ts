import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { takeVeils } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import { demand, may } from './may.ts';
import { isOwn } from './standing.ts';
import { findJudgements, findMerge, takeBack } from './store.ts';
import { undoIn } from './undo-merge.ts';

/** What was judged was not right: what was judged before holds again, and what was merged with it is two again. */
export async function takeBackJudgement(
  ctx: MergeContext,
  { judgement: id }: { readonly judgement: string },
): Promise<void> {
  const found = await ctx.db.read(async (db) => {
    const [judgement] = await findJudgements(db, { id });
    if (judgement === undefined) return null;
    const [a, b] = judgement.pair;
    return { isOwn: (await isOwn(db, ctx, a)) && (await isOwn(db, ctx, b)) };
  });
  if (found === null) throw new NotFoundError();
  demand(may.judge(ctx.actor, found.isOwn));
  await ctx.db.write(async (tx) => {
    await takeVeils(tx);
    // Somebody may have judged anew since.
    const [judgement] = await findJudgements(tx, { id });
    if (judgement === undefined) throw new NotFoundError();
    const { merge } = judgement;
    const standing = merge === null ? null : await findMerge(tx, merge);
    if (standing !== null && standing.undoneOn === null) await undoIn(tx, ctx, standing);
    else await takeBack(tx, [id], dayOf(ctx.clock.now()));
  });
}
