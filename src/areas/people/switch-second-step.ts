import type { Context } from '../../platform/context.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { stepOf } from './second-step.ts';
import { findKeys, updateAccount } from './store-account.ts';
import { holdAccount } from './store-passkey.ts';
import { endHalfSignIns, useUpStep } from './store-sign-in.ts';
import { tellOwner } from './tell-owner.ts';

/** Switches the second step on (once the app has the prepared secret) or off, both by a code of the app. */
export async function switchSecondStep(
  ctx: Context,
  { to, code }: { readonly to: 'on' | 'off'; readonly code: string },
): Promise<Result<null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  return ctx.db.write(async (tx): Promise<Result<null, Saying>> => {
    const now = ctx.clock.now();
    const owner = await holdAccount(tx, account);
    const keys = await findKeys(tx, { id: account });
    if (owner === null || keys === null || keys.totpSecret === null || (keys.totpStep === null) !== (to === 'on'))
      return not(saying('people.secondStep.notNow'));
    const key = `secondStep/${account}`;
    const wait = await countTry(tx, key, now);
    if (wait !== null) return not(wait);
    const step = stepOf(keys.totpSecret, code, now);
    if (step === null || !(await useUpStep(tx, account, step))) return not(saying('people.signIn.code.wrong'));
    await forgetFailures(tx, key);
    if (to === 'off') {
      await updateAccount(tx, account, { totp_secret: null, totp_step: null });
      await endHalfSignIns(tx, account);
    }
    await tellOwner(tx, owner, to === 'on' ? 'secondStepOn' : 'secondStepOff', now);
    return ok(null);
  });
}
