import type { Context } from '../../platform/context.ts';
import { awaitsSecondStep } from '../../plain/actor.ts';
import { ConflictError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';
import { readMade } from './passkey-made.ts';
import { MOST_PASSKEYS, type NewPasskey, type PasskeySite } from './passkey.ts';
import { goOnWithTwoFactors, type Strengthened } from './strengthen.ts';
import { findPasskeysOf, holdAccount, insertPasskey } from './store-passkey.ts';
import { tellOwner } from './tell-owner.ts';

/** Adds the key that a device has just made to one's own account; where it is the second step that was missing, one goes on with it. */
export async function registerPasskey(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  { site, device }: { readonly site: PasskeySite; readonly device: string | null },
): Promise<Result<Strengthened | null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const label = typeof typed['label'] === 'string' ? typed['label'].trim() : '';
  const made = await readMade(ctx, typed, { site, account, label: label === '' ? (device ?? '') : label });
  if (!made.ok) return made;
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, now);
    const owner = await holdAccount(tx, account);
    if ((await findPasskeysOf(tx, account)).length >= MOST_PASSKEYS)
      return not(saying('people.passkey.tooMany', { most: MOST_PASSKEYS }));
    if (!(await insertPasskey(tx, account, made.value, now))) return not(saying('people.passkey.known'));
    await tellOwner(tx, owner, 'passkeyAdded', now);
    return ok(awaitsSecondStep(ctx.actor) && made.value.isUnlocked ? await goOnWithTwoFactors(tx, ctx, device) : null);
  });
}

/** Keeps a key with an account that was made in the same transaction. */
export async function keepPasskey(tx: Transaction, account: string, passkey: NewPasskey, now: Date): Promise<void> {
  if (!(await insertPasskey(tx, account, passkey, now))) throw new ConflictError(saying('people.passkey.known'));
}
