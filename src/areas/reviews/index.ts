export { goExitRound } from './go-exit-round.ts';
export { reviewsStep } from './migrations/2026-11-21-reviews.ts';
export { reviewsIndexesStep } from './migrations/2026-11-21-reviews-indexes.ts';
export { reviewsByOrganisationStep } from './migrations/2026-11-21-reviews-by-organisation.ts';
export { addReviewsPages } from './pages/routes.tsx';
export { REVIEWS_PART } from './part.ts';
export { type Voices } from './tell.ts';
export { takeReviewsAlong } from './store-taken.ts';
