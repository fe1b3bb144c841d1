import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { findSubject, showAgain, takeTheWord, withdraw } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { closeRunning } from './store-answer.ts';
import type { Work } from './work.ts';

/** An organisation that speaks for itself does not want to be shown, at once. Whoever was asking it stops. */
export async function withdrawOurselves(
  ctx: Context,
  { register }: Pick<Work, 'register'>,
  organisation: string,
): Promise<void> {
  demand(may.decideShowing(ctx.actor, organisation));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await holdOrganisation(tx, organisation);
    await withdraw(tx, register, organisation, at);
    await closeRunning(tx, organisation);
    await note(tx, organisation, {
      at,
      act: 'entry.withdrawn',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}

/** An organisation that speaks for itself wants to be shown again, whoever said that it did not. */
export async function showOurselves(
  ctx: Context,
  { register }: Pick<Work, 'register'>,
  organisation: string,
): Promise<void> {
  demand(may.decideShowing(ctx.actor, organisation));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await holdOrganisation(tx, organisation);
    await showAgain(tx, register, organisation, at);
    await note(tx, organisation, {
      at,
      act: 'entry.shownAgain',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}

async function holdOrganisation(tx: Transaction, organisation: string): Promise<void> {
  await takeTheWord(tx, organisation);
  const subject = await findSubject(tx, organisation);
  if (subject?.kind !== 'organisation' || subject.forwardedTo !== null) throw new NotFoundError();
}
