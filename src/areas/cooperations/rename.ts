import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { demandGoingOn } from './store-leaving.ts';
import { findPartners, renameCooperation } from './store.ts';

interface Renaming {
  readonly cooperation: string;
  readonly organisation: string;
  readonly title: string;
}

/** A partner gives the cooperation another working title. */
export async function rename(
  { db, actor, clock }: Context,
  { cooperation, organisation, title }: Renaming,
): Promise<void> {
  demand(may.plan(actor, organisation));
  await db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    await renameCooperation(tx, cooperation, title);
    await note(tx, organisation, {
      at: clock.now(),
      act: 'cooperation.renamed',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
