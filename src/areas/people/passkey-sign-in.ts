import type { Context } from '../../platform/context.ts';
import { ok, type Result } from '../../plain/result.ts';
import type { Saying } from '../../plain/words.ts';
import { sessionOf } from './guard.ts';
import { demand, may } from './may.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { provePasskey } from './passkey-prove.ts';
import type { PasskeySite } from './passkey.ts';

interface At {
  readonly site: PasskeySite;
  readonly device: string | null;
}

/** Opens a session with what a device has answered. Waiting after wrong passphrases does not concern it. */
export async function signInByPasskey(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  { site, device }: At,
): Promise<Result<OpenedSession, Saying>> {
  demand(may.signIn(ctx.actor));
  const shown = await provePasskey(ctx, typed, site);
  if (!shown.ok) return shown;
  const { account, isUnlocked } = shown.value;
  // An unlocked device is both at once: something held, and a PIN or a finger.
  const opened = { account, device, instead: sessionOf(ctx), hasTwoFactors: isUnlocked };
  return ctx.db.write(async (tx) => ok(await openAccountSession(tx, opened, ctx.clock.now())));
}
