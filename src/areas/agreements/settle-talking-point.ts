import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { setTalkingPoint } from './store-talking-point.ts';
import type { PointState } from './talking-point.ts';

/** A partner says where a talking point stands. Any partner may, also again: it is a reminder, no contract. */
export async function settleTalkingPoint(
  { db, actor, clock }: Context,
  {
    cooperation,
    partner,
    point,
    state,
  }: { readonly cooperation: string; readonly partner: string; readonly point: string; readonly state: PointState },
): Promise<void> {
  demand(may.write(actor, partner));
  await db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === partner)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    const at = clock.now();
    const isThere = await setTalkingPoint(tx, cooperation, { id: point, state, partner, day: dayOf(at) });
    if (!isThere) throw new NotFoundError();
    await note(tx, partner, {
      at,
      act: 'talkingPoint.settled',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
