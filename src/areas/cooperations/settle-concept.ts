import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { demandGoingOn } from './store-leaving.ts';
import { findCooperation, setConcept } from './store.ts';

interface Settling {
  readonly cooperation: string;
  readonly organisation: string;
  readonly isFrozen: boolean;
}

/** A partner says that the concept is finished, or opens it again. Whoever comes after that day is seen to come late. */
export async function settleConcept(
  { db, actor, clock }: Context,
  { cooperation, organisation, isFrozen }: Settling,
): Promise<void> {
  demand(may.plan(actor, organisation));
  await db.write(async (tx) => {
    const found = await findCooperation(tx, cooperation);
    if (found === null || !found.partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    // Said twice, the first day holds: nobody who came in between is early by that.
    if ((found.concept.state === 'frozen') === isFrozen) return;
    const at = clock.now();
    await setConcept(tx, cooperation, { state: isFrozen ? 'frozen' : 'reopened', on: dayOf(at) });
    await note(tx, organisation, {
      at,
      act: isFrozen ? 'concept.frozen' : 'concept.reopened',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
