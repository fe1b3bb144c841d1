import { note } from '../../platform/chain/index.ts';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { forward, takeVeils } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import { demand, may } from './may.ts';
import { findStanding, voicesOf, type Merging } from './standing.ts';
import { insertMerge } from './store.ts';

/** Two entries are the same: from now on one of them counts as the other. Nothing is copied; it can be undone. */
export async function merge(ctx: MergeContext, merging: Merging): Promise<string> {
  demand(may.merge(ctx.actor, await ctx.db.read((db) => findStanding(db, ctx, merging))));
  return ctx.db.write((tx) => mergeIn(tx, ctx, merging));
}

/** The same in the caller's transaction, before anything else is written in it. */
export async function mergeIn(tx: Transaction, ctx: MergeContext, merging: Merging): Promise<string> {
  const { merged, head } = merging;
  // Nobody begins to speak for one of them between the answer and the merge.
  await takeVeils(tx);
  demand(may.merge(ctx.actor, await findStanding(tx, ctx, merging)));
  const at = ctx.clock.now();
  const before = [await voicesOf(tx, merged), await voicesOf(tx, head)].flat();
  await forward(tx, ctx.register, { from: merged, into: head, at });
  const id = newId(at);
  await insertMerge(tx, { id, merged, head, day: dayOf(at), byRole: roleOf(ctx) });
  await noteAll(tx, ctx, { ...merging, voices: before, act: 'entry.merged' });
  return id;
}

/** Who does it, as notes say it. */
export function roleOf({ actor }: Pick<MergeContext, 'actor'>): string {
  return actor.kind === 'account' ? 'organisation' : actor.kind;
}

/** Whoever it is about finds a note in its chain: both organisations, or those that keep the offers. */
export async function noteAll(
  tx: Transaction,
  ctx: Pick<MergeContext, 'actor' | 'clock'>,
  { merged, voices, act }: Merging & { readonly voices: readonly string[]; readonly act: string },
): Promise<void> {
  const at = ctx.clock.now();
  await asSystem(tx, async () => {
    for (const voice of [...new Set(voices)].toSorted())
      await note(tx, voice, { at, act, byRole: roleOf(ctx), about: `subject/${merged}` });
  });
}
