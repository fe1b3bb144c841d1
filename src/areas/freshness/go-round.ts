import type { Context } from '../../platform/context.ts';
import { findWithdrawn, knownOf, withdraw } from '../claims/index.ts';
import { forgetUndo } from './store-answer.ts';
import { demand, may } from './may.ts';
import { remind } from './remind.ts';
import type { Work } from './work.ts';

const UNDO_MS = 24 * 3_600_000;

export interface Round {
  readonly sent: number;
  readonly given: number;
}

/** What is due: reminders, tasks for people, what has to be forgotten. Can be repeated at any time. */
export async function goRound(ctx: Context, work: Work): Promise<Round> {
  demand(may.goRound(ctx.actor));
  const now = ctx.clock.now();
  await ctx.db.write((tx) => forgetUndo(tx, new Date(now.getTime() - UNDO_MS)));
  // Offers that a list has brought since then go with whoever does not want to be shown. One at a time: whoever
  // presses the mode of protection meanwhile does not wait for all of them.
  for (const organisation of await ctx.db.read((db) => findWithdrawn(db)))
    await ctx.db.write(async (tx) => {
      // Somebody may have shown it again since the list was read.
      const isWithdrawn = (await knownOf(tx, [organisation])).get(organisation)?.veil.isWithdrawn === true;
      if (isWithdrawn) await withdraw(tx, work.register, organisation, now);
    });
  return remind(ctx, work);
}
