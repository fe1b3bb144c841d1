import type { Context } from '../../platform/context.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { demandFresh, demandSecondFactor } from './own-account.ts';
import { isPassphrase } from './passphrase.ts';
import { findKeys } from './store-account.ts';

/**
 * Makes sure that the owner sits there and not somebody at an open telephone: by the passphrase, or, where an
 * account has none, by having signed in just now. Returns what is wrong with the passphrase, or null.
 */
export async function confirmOwner(ctx: Context, account: string, passphrase: string): Promise<Saying | null> {
  demand(may.keepAccount(ctx.actor, account));
  const now = ctx.clock.now();
  // Guessing here is counted apart from signing in: it needs an open session, and locks nobody else out.
  const key = `confirm/${account}`;
  const begun = await ctx.db.write(async (tx) => {
    await demandSecondFactor(tx, ctx.actor);
    const known = (await findKeys(tx, { id: account }))?.passphrase ?? null;
    if (known === null) await demandFresh(tx, ctx.actor, now);
    return { known, wait: known === null ? null : await countTry(tx, key, now) };
  });
  if (begun.known === null) return null;
  if (begun.wait !== null) return begun.wait;
  if (!(await isPassphrase(passphrase, begun.known))) return saying('people.passphrase.wrong');
  await ctx.db.write((tx) => forgetFailures(tx, key));
  return null;
}
