import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { findOpenChanges, insertAnswer } from './store-change.ts';
import { takeAsPartner } from './take-as-partner.ts';
import { tellPartners, type Post } from './tell-partners.ts';

/** The author of a change answers a question about it. */
export async function reply(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    change,
    words,
  }: { readonly agreement: string; readonly partner: string; readonly change: string; readonly words: string },
  post: Post | null = null,
): Promise<Result<null, 'gone'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const { cooperation } = await takeAsPartner(tx, agreement, partner);
    const open = await findOpenChanges(tx, agreement);
    if (!open.some((one) => one.id === change && one.partner === partner)) return not('gone');
    const at = clock.now();
    await insertAnswer(tx, { id: newId(at), change, cooperation, partner, day: dayOf(at), verdict: 'reply', words });
    await note(tx, partner, { at, act: 'agreement.answered', byRole: 'organisation', about: `agreement/${agreement}` });
    await tellPartners(tx, { cooperation, by: partner }, { post, at });
    return ok(null);
  });
}
