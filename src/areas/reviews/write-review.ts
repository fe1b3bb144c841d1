import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { tellPartners, type Post } from '../agreements/index.ts';
import { demandGoingOn } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { saysSomething, type ReviewWords } from './review.ts';
import { findOpenReview, handPartOver, keepReviewPart } from './store.ts';

/** Why nothing was kept: it is handed over already, no review is going on any more, or nothing was said. */
export type Unwritten = 'handedOver' | 'over' | 'silent';

interface Writing extends Side {
  readonly words: ReviewWords;
  /** Hands it over too: after that it stays as it is, and when all have, all read all. */
  readonly handOver: boolean;
}

/** One side writes what it has to say in the review that is going on, as often as it likes, until it hands it over. */
export async function writeReview(
  { db, actor, clock }: Context,
  { cooperation, organisation, words, handOver }: Writing,
  post: Post | null = null,
): Promise<Result<{ readonly areOpen: boolean }, Unwritten>> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    const partners = await partnersWith(tx, { cooperation, organisation });
    await demandGoingOn(tx, cooperation);
    const review = await findOpenReview(tx, cooperation);
    if (review === null) return not('over');
    if (handOver && !saysSomething(words)) return not('silent');
    const part = { review, cooperation, organisation };
    if (!(await keepReviewPart(tx, part, words))) return not('handedOver');
    if (!handOver) return ok({ areOpen: false });
    const at = clock.now();
    const areOpen = await handPartOver(tx, part, { partners, day: dayOf(at) });
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'review.handedOver', byRole: 'organisation', about });
    if (areOpen) await tellPartners(tx, { cooperation, by: organisation }, { post, at });
    return ok({ areOpen });
  });
}
