import { AGREEMENTS_HOLDINGS } from '../areas/agreements/holdings.ts';
import { COMMITMENTS_HOLDINGS } from '../areas/commitments/holdings.ts';
import { COOPERATIONS_HOLDINGS } from '../areas/cooperations/holdings.ts';
import type { Disclosing } from '../areas/protection/index.ts';
import { REQUESTS_HOLDINGS } from '../areas/requests/holdings.ts';
import { REVIEWS_HOLDINGS } from '../areas/reviews/holdings.ts';
import { NEIGHBOURS } from './neighbours.ts';

/** What telling an organisation what is held about it needs of areas that protection does not know. */
export const DISCLOSING: Omit<Disclosing, 'db' | 'asStranger' | 'as'> = {
  networksOf: NEIGHBOURS.networksOf,
  offersOf: NEIGHBOURS.offersOf,
  together: {
    cooperations: COOPERATIONS_HOLDINGS,
    requests: REQUESTS_HOLDINGS,
    agreements: AGREEMENTS_HOLDINGS,
    commitments: COMMITMENTS_HOLDINGS,
    reviews: REVIEWS_HOLDINGS,
  },
};
