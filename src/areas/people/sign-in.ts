import type { Context } from '../../platform/context.ts';
import { hashOf, newToken } from '../../platform/http/index.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { aliasKey } from './account.ts';
import { countTry, sessionOf, tryKey } from './guard.ts';
import { demand, may } from './may.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { hashPassphrase, isOutdated, isPassphrase } from './passphrase.ts';
import { findKeys, updateAccount } from './store-account.ts';
import { insertHalfSignIn } from './store-sign-in.ts';

const HALF_MS = 10 * 60_000;

/** In, or a token with which to show the code of the second step. */
export type SignedIn = { readonly session: OpenedSession } | { readonly step: string };

/**
 * Signs in with alias and passphrase. An alias that does not exist, one without a passphrase and a wrong
 * passphrase take the same time and get the same answer.
 */
export async function signIn(
  ctx: Context,
  {
    alias,
    passphrase,
    device,
  }: {
    readonly alias: string;
    readonly passphrase: string;
    readonly device: string | null;
  },
): Promise<Result<SignedIn, Saying>> {
  demand(may.signIn(ctx.actor));
  const key = aliasKey(alias);
  const begun = await ctx.db.write(async (tx) => {
    const wait = await countTry(tx, tryKey(key), ctx.clock.now());
    return { wait, keys: wait === null ? await findKeys(tx, { alias: key }) : null };
  });
  if (begun.wait !== null) return not(begun.wait);
  const known = begun.keys?.passphrase ?? null;
  const isRight = await isPassphrase(passphrase, known);
  if (!isRight || known === null) return not(saying('people.signIn.wrong'));
  const renewed = isOutdated(known) ? await hashPassphrase(passphrase) : null;
  return ctx.db.write(async (tx): Promise<Result<SignedIn, Saying>> => {
    const now = ctx.clock.now();
    const keys = await findKeys(tx, { alias: key });
    // Somebody may have changed the passphrase while this one was being looked at.
    if (keys === null || keys.passphrase !== known) return not(saying('people.signIn.wrong'));
    await forgetFailures(tx, tryKey(key));
    if (renewed !== null) await updateAccount(tx, keys.account, { passphrase: renewed });
    if (keys.totpStep === null) {
      const opened = { account: keys.account, device, instead: sessionOf(ctx) };
      return ok({ session: await openAccountSession(tx, opened, now) });
    }
    const step = newToken();
    const endsAt = new Date(now.getTime() + HALF_MS);
    await insertHalfSignIn(tx, { tokenHash: hashOf(step), account: keys.account, endsAt }, now);
    return ok({ step });
  });
}
