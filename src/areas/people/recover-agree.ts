import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { awaitsSecondStep } from '../../plain/actor.ts';
import { forgetFailures } from '../../platform/throttle/index.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { isAgreed, MARK_WORDS, opening } from './recover.ts';
import { holdAccount } from './store-passkey.ts';
import { findAskedOf, findVoices, insertConsent, openRecovery } from './store-rescue.ts';
import { tellOwner } from './tell-owner.ts';

export type Agreed = 'first' | 'second';

/** Says yes to the request whose two words the asker has told. Each person once; with the second yes the wait begins. */
export async function agreeToRecovery(
  ctx: Context,
  { mark }: { readonly mark: string },
): Promise<Result<Agreed, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  // Helping somebody back in is a right of a role: it counts as far as the role does.
  if (awaitsSecondStep(ctx.actor)) return not(saying('people.secondStep.needed'));
  const now = ctx.clock.now();
  const today = dayOf(now);
  const key = `recoveryMark/${account}`;
  return ctx.db.write(async (tx): Promise<Result<Agreed, Saying>> => {
    const wait = await countTry(tx, key, now);
    if (wait !== null) return not(wait);
    const words = readCode(mark, MARK_WORDS);
    const others = await findAskedOf(tx, { account, kind: ctx.actor.kind }, { today, now });
    const asked = others.find((each) => each.mark === words);
    if (asked === undefined) return not(saying('people.recovery.agree.wrong'));
    await forgetFailures(tx, key);
    // Two yeses at once: the second one counts the first.
    const owner = await holdAccount(tx, asked.account);
    if (!(await insertConsent(tx, asked.id, account))) return not(saying('people.recovery.agree.already'));
    const byRole = asked.isColleague ? 'organisation' : 'coordination';
    if (asked.organisation !== null)
      await note(tx, asked.organisation, { at: now, act: 'recovery.agreed', byRole, about: 'role' });
    if (asked.opensAt !== null || !isAgreed(await findVoices(tx, asked.id, today))) return ok('first');
    await openRecovery(tx, asked.id, opening(now));
    await tellOwner(tx, owner, 'recoveryAgreed', now);
    return ok('second');
  });
}
