export { goExitRound } from './go-exit-round.ts';
export { reviewsStep } from './migrations/2026-11-21-reviews.ts';
export { addReviewsPages } from './pages/routes.tsx';
export { REVIEWS_PART } from './part.ts';
export { type Voices } from './tell.ts';
