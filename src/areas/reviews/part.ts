import { findInForce, paragraphsOf } from '../agreements/index.ts';
import { findClosed, findLeaving, type CooperationPart, type Pointer } from '../cooperations/index.ts';
import { saying } from '../../plain/words.ts';
import { lifeOf } from './life.ts';
import { closingPath, exitPath, reviewPath } from './paths.ts';
import { dueReview } from './review.ts';
import { findWishes } from './store-closing.ts';
import { findReviews } from './store.ts';

/** Looking back, ending and going, on the page of a cooperation. */
export const REVIEWS_PART: CooperationPart = {
  name: 'reviews',
  async load(db, { cooperation, own, partners, today }) {
    const isAlone = partners.length < 2;
    const [closure = null] = await findClosed(db, [cooperation]);
    const links: readonly Pointer[] = [
      ...(isAlone && closure === null ? [] : [{ text: saying('reviews.review.title'), href: reviewPath(cooperation) }]),
      { text: saying('reviews.closing.title'), href: closingPath(cooperation) },
      ...(isAlone || closure !== null ? [] : [{ text: saying('reviews.exit.title'), href: exitPath(cooperation) }]),
    ];
    if (closure !== null) return { stage: 'ended', open: [], links };
    const [inForce = null] = await findInForce(db, [cooperation]);
    const leaving = (await findLeaving(db, [cooperation])).filter(({ leftOn }) => leftOn === null);
    const wishes = await findWishes(db, 'closing_wish', cooperation);
    const open: readonly Pointer[] = [
      ...leaving.map(({ organisation, lastDay }) => ({
        text: saying(organisation === own ? 'reviews.part.weLeave' : 'reviews.part.otherLeaves', {
          day: new Date(`${lastDay}T12:00:00Z`),
        }),
        href: exitPath(cooperation),
      })),
      ...(wishes.length > 0 && !wishes.includes(own)
        ? [{ text: saying('reviews.part.endAsked'), href: closingPath(cooperation) }]
        : []),
      ...(await reviewPointers()),
    ];
    const facts = { partners: partners.length, isAsked: false, hasAgreement: false, closure: null };
    return { stage: lifeOf({ ...facts, isInForce: inForce !== null }), open, links };

    async function reviewPointers(): Promise<readonly Pointer[]> {
      const reviews = await findReviews(db, cooperation);
      const href = reviewPath(cooperation);
      const going = reviews.find(({ openedOn }) => openedOn === null);
      if (going !== undefined) {
        const isOurs = going.parts.some(({ organisation, doneOn }) => organisation === own && doneOn !== null);
        return isOurs ? [] : [{ text: saying('reviews.part.write'), href }];
      }
      const agreed = inForce === null ? [] : paragraphsOf(inForce.version.text, 'review').map((one) => one.parts.day);
      const due = dueReview(
        agreed.filter((day) => day !== null),
        reviews.map(({ begunOn }) => begunOn),
        today,
      );
      return due === null ? [] : [{ text: saying('reviews.part.due', { day: new Date(`${due}T12:00:00Z`) }), href }];
    }
  },
};
