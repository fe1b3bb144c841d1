import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { confirmOwner } from './confirm-owner.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { newSecret } from './second-step.ts';
import { findKeys, updateAccount } from './store-account.ts';

/** Makes a secret for an app. It opens and closes nothing until a first code has shown that the app has it. */
export async function prepareSecondStep(ctx: Context, passphrase: string): Promise<Result<null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const wrong = await confirmOwner(ctx, account, passphrase);
  if (wrong !== null) return not(wrong);
  return ctx.db.write(async (tx) => {
    const keys = await findKeys(tx, { id: account });
    if (keys?.totpStep !== null || keys.passphrase === null)
      throw new ConflictError(saying('people.secondStep.notNow'));
    await updateAccount(tx, account, { totp_secret: newSecret() });
    return ok(null);
  });
}
