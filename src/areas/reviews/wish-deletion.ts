import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findClosed } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { insertWish, removeWish } from './store-closing.ts';

/** A partner of what has ended no longer needs it here, or takes that back. When all have said so, it is removed. */
export async function wishDeletion(
  { db, actor, clock }: Context,
  { cooperation, organisation, isWished }: Side & { readonly isWished: boolean },
): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await partnersWith(tx, { cooperation, organisation });
    if ((await findClosed(tx, [cooperation])).length === 0) throw new ConflictError(saying('reviews.closing.notEnded'));
    if (!isWished) return removeWish(tx, 'deletion_wish', { cooperation, organisation });
    const at = clock.now();
    await insertWish(tx, 'deletion_wish', { cooperation, organisation }, dayOf(at));
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'deletion.wished', byRole: 'organisation', about });
  });
}
