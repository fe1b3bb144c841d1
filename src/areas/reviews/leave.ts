import { findInForce } from '../agreements/index.ts';
import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { demandGoingOn, findLeaving, insertLeaving, removeLeaving, takeCooperation } from '../cooperations/index.ts';
import { exitOf } from './exit.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { exitPath } from './paths.ts';
import { tell, type Voices } from './tell.ts';

/** A partner goes, without a reason; the others learn when. Said again, it changes nothing. Its last day. */
export async function leave(
  { db, actor, clock }: Context,
  { cooperation, organisation, voices }: Side & { readonly voices: Voices },
): Promise<Day> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    await takeCooperation(tx, cooperation);
    const partners = await partnersWith(tx, { cooperation, organisation });
    await demandGoingOn(tx, cooperation);
    const said = await ownLeaving(tx, cooperation, organisation);
    if (said !== null) return said;
    if (partners.length < 2) throw new ConflictError(saying('reviews.exit.alone'));
    const at = clock.now();
    const today = dayOf(at);
    const [inForce = null] = await findInForce(tx, [cooperation]);
    const { lastDay } = exitOf(inForce, { own: organisation, today, partners: partners.length });
    await insertLeaving(tx, { id: newId(at), cooperation, organisation, declaredOn: today, lastDay });
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'leaving.declared', byRole: 'organisation', about });
    const organisations = partners.filter((one) => one !== organisation);
    await tell(tx, voices, { news: 'partnerLeaves', organisations, day: lastDay, path: exitPath(cooperation) }, at);
    return lastDay;
  });
}

/** A partner that was about to go stays after all, as long as its last day is not over. */
export async function stay(
  { db, actor, clock }: Context,
  { cooperation, organisation, voices }: Side & { readonly voices: Voices },
): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await takeCooperation(tx, cooperation);
    const partners = await partnersWith(tx, { cooperation, organisation });
    const at = clock.now();
    const last = await ownLeaving(tx, cooperation, organisation);
    if (last === null) return;
    if (last < dayOf(at)) throw new ConflictError(saying('reviews.exit.over'));
    await removeLeaving(tx, cooperation, organisation);
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'leaving.takenBack', byRole: 'organisation', about });
    const organisations = partners.filter((one) => one !== organisation);
    await tell(tx, voices, { news: 'partnerStays', organisations, day: last, path: exitPath(cooperation) }, at);
  });
}

async function ownLeaving(
  tx: Parameters<typeof findLeaving>[0],
  cooperation: string,
  own: string,
): Promise<Day | null> {
  const leaving = await findLeaving(tx, [cooperation]);
  return leaving.find(({ organisation, leftOn }) => organisation === own && leftOn === null)?.lastDay ?? null;
}
