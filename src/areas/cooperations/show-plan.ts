import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { demandGoingOn } from './store-leaving.ts';
import { markShown } from './store-plan.ts';
import { findPartners } from './store.ts';

interface Showing {
  readonly cooperation: string;
  readonly organisation: string;
  readonly isShown: boolean;
}

/** A partner shows its plan to the others, or keeps it to itself again. */
export async function showPlan(
  { db, actor, clock }: Context,
  { cooperation, organisation, isShown }: Showing,
): Promise<void> {
  demand(may.plan(actor, organisation));
  await db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    if (isShown) await demandGoingOn(tx, cooperation);
    const at = clock.now();
    await markShown(tx, { cooperation, organisation, day: isShown ? dayOf(at) : null });
    await note(tx, organisation, {
      at,
      act: isShown ? 'plan.shown' : 'plan.hidden',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
