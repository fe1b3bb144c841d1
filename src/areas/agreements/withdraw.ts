import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { findOpenChanges, settleChange } from './store-change.ts';
import { takeAgreement } from './store.ts';

/** A partner takes back a change of its own that nobody has settled yet. Done again, it changes nothing. */
export async function withdraw(
  { db, actor }: Context,
  { agreement, partner, change }: { readonly agreement: string; readonly partner: string; readonly change: string },
): Promise<void> {
  demand(may.write(actor, partner));
  await db.write(async (tx) => {
    await takeAgreement(tx, agreement);
    const open = (await findOpenChanges(tx, agreement)).find(({ id }) => id === change);
    if (open === undefined) return;
    if (open.partner !== partner) throw new NotFoundError();
    await settleChange(tx, change, 'withdrawn');
  });
}
