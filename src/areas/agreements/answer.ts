import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { beginCounter } from './counter.ts';
import { demand, may } from './may.ts';
import type { ProposedChange, Verdict } from './proposal.ts';
import { findOpenChanges, insertAnswer, settleChange } from './store-change.ts';
import { takeAsPartner } from './take-as-partner.ts';
import { takeOver, type TakenOver } from './take-over.ts';
import { tellPartners, type Post } from './tell-partners.ts';

export interface Answer {
  readonly change: string;
  readonly verdict: Verdict;
  /** A question, a reason, or nothing. */
  readonly words: string;
}

/** What became of the answers: the new version, if there is one, and the changes that had been overtaken. */
export interface Answered extends TakenOver {
  /** Changes that somebody has settled in the meantime. */
  readonly gone: readonly string[];
}

/** A partner answers changes of the others. What all the others accept in one go becomes one new version. */
export async function answer(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    answers,
  }: { readonly agreement: string; readonly partner: string; readonly answers: readonly Answer[] },
  post: Post | null = null,
): Promise<Answered> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const open = new Map((await findOpenChanges(tx, agreement)).map((change) => [change.id, change]));
    const at = clock.now();
    const gone: string[] = [];
    const accepted: ProposedChange[] = [];
    for (const { change: id, verdict, words } of answers) {
      const change = open.get(id);
      if (change === undefined || change.partner === partner) gone.push(id);
      else {
        const { cooperation } = standing;
        await insertAnswer(tx, { id: newId(at), change: id, cooperation, partner, day: dayOf(at), verdict, words });
        if (verdict === 'decline') await settleChange(tx, id, 'declined');
        if (verdict === 'counter') {
          await settleChange(tx, id, 'countered');
          await beginCounter(tx, standing, { change, partner, day: dayOf(at) });
        }
        if (verdict === 'accept') accepted.push(change);
      }
    }
    await note(tx, partner, { at, act: 'agreement.answered', byRole: 'organisation', about: `agreement/${agreement}` });
    const taken = await takeOver(tx, standing, accepted, dayOf(at));
    if (gone.length < answers.length)
      await tellPartners(tx, { cooperation: standing.cooperation, by: partner }, { post, at });
    return { ...taken, gone };
  });
}
