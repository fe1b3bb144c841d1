import { findInForce, paragraphsOf, type InForce } from '../agreements/index.ts';
import { findClosed, findLeaving, FRESH_DAYS, type CooperationPart, type Pointer } from '../cooperations/index.ts';
import { addDays, noonOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { closingPath, exitPath, reviewPath } from './paths.ts';
import { dueReview, type Review } from './review.ts';
import { findWishesIn } from './store-closing.ts';
import { findReviewsIn } from './store.ts';

/** Looking back, ending and going, on the page of a cooperation. */
export const REVIEWS_PART: CooperationPart = {
  name: 'reviews',
  async load(db, views, today) {
    const cooperations = views.map(({ cooperation }) => cooperation);
    const closed = await findClosed(db, cooperations);
    const inForce = await findInForce(db, cooperations);
    const leaving = (await findLeaving(db, cooperations)).filter(({ leftOn }) => leftOn === null);
    const wishes = await findWishesIn(db, 'closing_wish', cooperations);
    const reviews = await findReviewsIn(db, cooperations);
    return ({ cooperation, own, partners }) => {
      const isHere = (one: { readonly cooperation: string }) => one.cooperation === cooperation;
      const isAlone = partners.length < 2;
      const isOver = closed.some(isHere);
      const links: readonly Pointer[] = [
        ...(isAlone && !isOver ? [] : [{ text: saying('reviews.review.title'), href: reviewPath(cooperation) }]),
        { text: saying(isOver ? 'reviews.closing.title' : 'reviews.closing.ahead'), href: closingPath(cooperation) },
        ...(isAlone || isOver ? [] : [{ text: saying('reviews.exit.title'), href: exitPath(cooperation) }]),
      ];
      if (isOver) return { stage: 'ended', open: [], links };
      const agreed = inForce.find(isHere) ?? null;
      const said = wishes.get(cooperation) ?? [];
      const open: readonly Pointer[] = [
        ...leaving.filter(isHere).map(({ organisation, lastDay }) => ({
          text: saying(organisation === own ? 'reviews.part.weLeave' : 'reviews.part.otherLeaves', {
            day: noonOf(lastDay),
          }),
          href: exitPath(cooperation),
        })),
        ...(said.length > 0 && !said.includes(own)
          ? [{ text: saying('reviews.part.endAsked'), href: closingPath(cooperation) }]
          : []),
        ...reviewPointers(reviews.get(cooperation) ?? [], { cooperation, own, agreed, today }),
      ];
      return { stage: null, open, links };
    };
  },
};

/** The review that waits for one's own side, that has just been opened, or that was agreed and has not begun. */
function reviewPointers(
  reviews: readonly Review[],
  {
    cooperation,
    own,
    agreed,
    today,
  }: { readonly cooperation: string; readonly own: string; readonly agreed: InForce | null; readonly today: Day },
): readonly Pointer[] {
  const href = reviewPath(cooperation);
  const going = reviews.find(({ openedOn }) => openedOn === null);
  if (going !== undefined) {
    const isOurs = going.parts.some(({ organisation, doneOn }) => organisation === own && doneOn !== null);
    return isOurs ? [] : [{ text: saying('reviews.part.write'), href }];
  }
  const isFresh = reviews.some(({ openedOn }) => openedOn !== null && openedOn >= addDays(today, -FRESH_DAYS));
  const days = agreed === null ? [] : paragraphsOf(agreed.version.text, 'review').map((one) => one.parts.day);
  const due = dueReview(
    days.filter((day) => day !== null),
    reviews.map(({ begunOn }) => begunOn),
    today,
  );
  return [
    ...(isFresh ? [{ text: saying('reviews.part.opened'), href }] : []),
    ...(due === null ? [] : [{ text: saying('reviews.part.due', { day: noonOf(due) }), href }]),
  ];
}
