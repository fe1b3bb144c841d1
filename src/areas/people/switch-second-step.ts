import type { Context } from '../../platform/context.ts';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { weakenSessionsOf } from '../../platform/http/index.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { goOnWithTwoFactors, type Strengthened } from './strengthen.ts';
import { stepOf } from './second-step.ts';
import { findKeys, updateAccount } from './store-account.ts';
import { holdAccount } from './store-passkey.ts';
import { endHalfSignIns, useUpStep } from './store-sign-in.ts';
import { tellOwner } from './tell-owner.ts';

/** Switches the second step on, by the first code of the app that has the prepared secret. */
export async function switchSecondStepOn(
  ctx: Context,
  { code, device }: { readonly code: string; readonly device: string | null },
): Promise<Result<Strengthened, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  return ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const wrong = await takeCode(tx, { account, code, isOn: false }, now);
    if (wrong !== null) return not(wrong);
    await updateAccount(tx, account, { owes_second_step: false });
    await tellOwner(tx, await holdAccount(tx, account), 'secondStepOn', now);
    return ok(await goOnWithTwoFactors(tx, ctx, device));
  });
}

/** Switches it off, by a code. What needs one is closed until there is a new one. */
export async function switchSecondStepOff(
  ctx: Context,
  { code }: { readonly code: string },
): Promise<Result<null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  return ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const wrong = await takeCode(tx, { account, code, isOn: true }, now);
    if (wrong !== null) return not(wrong);
    await updateAccount(tx, account, { totp_secret: null, totp_step: null });
    await endHalfSignIns(tx, account);
    await asSystem(tx, () => weakenSessionsOf(tx, account));
    await tellOwner(tx, await holdAccount(tx, account), 'secondStepOff', now);
    return ok(null);
  });
}

async function takeCode(
  tx: Transaction,
  { account, code, isOn }: { readonly account: string; readonly code: string; readonly isOn: boolean },
  now: Date,
): Promise<Saying | null> {
  const owner = await holdAccount(tx, account);
  const keys = await findKeys(tx, { id: account });
  if (owner === null || keys === null || keys.totpSecret === null || (keys.totpStep !== null) !== isOn)
    return saying('people.secondStep.notNow');
  const key = `secondStep/${account}`;
  const wait = await countTry(tx, key, now);
  if (wait !== null) return wait;
  const step = stepOf(keys.totpSecret, code, now);
  if (step === null || !(await useUpStep(tx, account, step, now))) return saying('people.signIn.code.wrong');
  await forgetFailures(tx, key);
  return null;
}
