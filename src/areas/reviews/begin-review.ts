import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, takeCooperation } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { findOpenReview, insertReview } from './store.ts';

/** A partner wants to look back. While one review is going on, it is this one that all write in. */
export async function beginReview({ db, actor, clock }: Context, side: Side): Promise<string> {
  const { cooperation, organisation } = side;
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    await takeCooperation(tx, cooperation);
    await partnersWith(tx, side);
    await demandGoingOn(tx, cooperation);
    const open = await findOpenReview(tx, cooperation);
    if (open !== null) return open;
    const at = clock.now();
    const id = newId(at);
    await insertReview(tx, { id, cooperation, day: dayOf(at) });
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'review.begun', byRole: 'organisation', about });
    return id;
  });
}
