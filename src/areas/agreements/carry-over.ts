import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { carriedOver, standOf } from './draft.ts';
import { demand, may } from './may.ts';
import { findDraftChanges, keepDraftChange, removeDraftChanges } from './store-draft.ts';
import { takeAsPartner } from './take-as-partner.ts';

/**
 * A side takes its own overtaken words onto what stands there today. `twice`: the draft holds other words for the same
 * place already, and one of the two has to be let go first.
 */
export async function carryOver(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    paragraph,
  }: { readonly agreement: string; readonly partner: string; readonly paragraph: string },
): Promise<Result<null, 'twice'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const { text } = standing.version;
    const draft = await findDraftChanges(tx, { agreement, partner });
    const mine = standOf(text, draft).overtaken.find((one) => one.paragraph === paragraph);
    if (mine === undefined) return ok(null);
    const change = carriedOver(text, mine, partner);
    const others = draft.filter((one) => one !== mine);
    if (change !== null && others.some((one) => one.paragraph === change.paragraph)) return not('twice');
    if (change !== null && standOf(text, [...others, change]).overtaken.includes(change)) return not('twice');
    await removeDraftChanges(tx, { agreement, partner }, [paragraph]);
    if (change !== null) await keepDraftChange(tx, standing, { partner, change, day: dayOf(clock.now()) });
    return ok(null);
  });
}
