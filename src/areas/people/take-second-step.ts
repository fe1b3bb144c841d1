import type { Context } from '../../platform/context.ts';
import { hashOf } from '../../platform/http/index.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { countTry, sessionOf } from './guard.ts';
import { demand, may } from './may.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { stepOf } from './second-step.ts';
import { findKeys } from './store-account.ts';
import { endHalfSignIns, findHalfSignIn, useUpStep } from './store-sign-in.ts';

/** `over`: the half sign-in is used, too old or none at all; it begins again with the passphrase. */
export type SecondStepIssue = { readonly told: Saying; readonly over: boolean };

/** Finishes a sign-in by the code of the second step. A code opens once, and so does the step. */
export async function takeSecondStep(
  ctx: Context,
  { step, code, device }: { readonly step: string; readonly code: string; readonly device: string | null },
): Promise<Result<OpenedSession, SecondStepIssue>> {
  demand(may.signIn(ctx.actor));
  return ctx.db.write(async (tx): Promise<Result<OpenedSession, SecondStepIssue>> => {
    const now = ctx.clock.now();
    const account = await findHalfSignIn(tx, hashOf(step), now);
    const keys = account === null ? null : await findKeys(tx, { id: account });
    if (keys === null || keys.totpSecret === null) return not({ told: saying('people.signIn.over'), over: true });
    const key = `secondStep/${keys.account}`;
    const wait = await countTry(tx, key, now);
    if (wait !== null) return not({ told: wait, over: false });
    const taken = stepOf(keys.totpSecret, code, now);
    if (taken === null || !(await useUpStep(tx, keys.account, taken, now)))
      return not({ told: saying('people.signIn.code.wrong'), over: false });
    await forgetFailures(tx, key);
    await endHalfSignIns(tx, keys.account);
    return ok(
      await openAccountSession(
        tx,
        { account: keys.account, device, instead: sessionOf(ctx), hasTwoFactors: true },
        now,
      ),
    );
  });
}
