import { AGREEMENT_PART, SHEETS_PART, TAKE_ALONG_PART } from '../areas/agreements/index.ts';
import { COMMITMENTS_PART } from '../areas/commitments/index.ts';
import { PLAN_PART, type CooperationPart } from '../areas/cooperations/index.ts';
import { REQUESTS_PART } from '../areas/requests/index.ts';
import { REVIEWS_PART } from '../areas/reviews/index.ts';

/** What the areas show on the page of a cooperation, in the order of its life. */
export const COOPERATION_PARTS: readonly CooperationPart[] = [
  PLAN_PART,
  REQUESTS_PART,
  SHEETS_PART,
  AGREEMENT_PART,
  COMMITMENTS_PART,
  REVIEWS_PART,
  TAKE_ALONG_PART,
];
