import type { Context } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import { removeDraftChanges } from './store-draft.ts';
import { takeAsPartner } from './take-as-partner.ts';

/** A side lets go of something it has written and not handed over. Done again, it changes nothing. */
export async function dropDraft(
  { db, actor }: Context,
  {
    agreement,
    partner,
    paragraph,
  }: { readonly agreement: string; readonly partner: string; readonly paragraph: string },
): Promise<void> {
  demand(may.write(actor, partner));
  await db.write(async (tx) => {
    await takeAsPartner(tx, agreement, partner);
    await removeDraftChanges(tx, { agreement, partner }, [paragraph]);
  });
}
