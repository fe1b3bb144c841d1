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
  await decide(ctx, organisation, 'entry.withdrawn', async (tx, at) => {
    await withdraw(tx, register, organisation, at);
    await closeRunning(tx, organisation);
  });
}

/** An organisation that speaks for itself wants to be shown again, whoever said that it did not. */
export async function showOurselves(
  ctx: Context,
  { register }: Pick<Work, 'register'>,
  organisation: string,
): Promise<void> {
  demand(may.decideShowing(ctx.actor, organisation));
  await decide(ctx, organisation, 'entry.shownAgain', (tx, at) => showAgain(tx, register, organisation, at));
}

async function decide(
  { db, clock }: Context,
  organisation: string,
  act: 'entry.withdrawn' | 'entry.shownAgain',
  work: (tx: Transaction, at: Date) => Promise<unknown>,
): Promise<void> {
  const at = clock.now();
  await db.write(async (tx) => {
    await takeTheWord(tx, organisation);
    const subject = await findSubject(tx, organisation);
    if (subject?.kind !== 'organisation' || subject.forwardedTo !== null) throw new NotFoundError();
    await work(tx, at);
    await note(tx, organisation, { at, act, byRole: 'organisation', about: `subject/${organisation}` });
  });
}
