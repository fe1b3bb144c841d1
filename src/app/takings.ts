import { takeWritingAlong } from '../areas/agreements/index.ts';
import { takeCommitmentsAlong } from '../areas/commitments/index.ts';
import { takeCooperationAlong, type Taking } from '../areas/cooperations/index.ts';
import { takeRequestsAlong } from '../areas/requests/index.ts';
import { takeReviewsAlong } from '../areas/reviews/index.ts';

/** What the areas give a partner of a cooperation to take along, in the order of its life. */
export const TAKINGS: readonly Taking[] = [
  takeCooperationAlong,
  takeRequestsAlong,
  takeWritingAlong,
  takeCommitmentsAlong,
  takeReviewsAlong,
];
