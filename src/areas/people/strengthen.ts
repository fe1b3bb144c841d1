import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { awaitsSecondStep } from '../../plain/actor.ts';
import { sessionOf } from './guard.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { demandAccount } from './own-account.ts';
import { putRescueWords } from './rescue-words.ts';
import { hasRescueWords } from './store-rescue.ts';

/** A session that counts as two factors from now on, and new recovery words where they belong to the same go. */
export interface Strengthened {
  readonly session: OpenedSession;
  /** Null where there are words already. */
  readonly words: readonly string[] | null;
}

/**
 * Whoever has just made a second factor goes on with it, under a new token. Recovery words come with it: words that
 * were printed while a passphrase alone was enough open nothing any more.
 */
export async function goOnWithTwoFactors(tx: Transaction, ctx: Context, device: string | null): Promise<Strengthened> {
  const account = demandAccount(ctx.actor);
  const instead = sessionOf(ctx);
  const session = await openAccountSession(tx, { account, device, instead, hasTwoFactors: true }, ctx.clock.now());
  const needsWords = awaitsSecondStep(ctx.actor) || !(await hasRescueWords(tx, account));
  return { session, words: needsWords ? await putRescueWords(tx, account) : null };
}
