import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { demand, may } from './may.ts';
import { isSigned, removeConfirmation, takeAgreement } from './store.ts';

/** A partner no longer stands by what it confirmed. What somebody has signed rests on it: then one proposes a change. */
export async function takeConfirmationBack(
  { db, actor }: Context,
  { agreement, partner, hash }: { readonly agreement: string; readonly partner: string; readonly hash: string },
): Promise<Result<null, 'signed'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    await takeAgreement(tx, agreement);
    if (await isSigned(tx, agreement, hash)) return not('signed');
    await removeConfirmation(tx, agreement, { partner, hash });
    return ok(null);
  });
}
