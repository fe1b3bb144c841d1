export { commitmentsStep } from './migrations/2026-11-21-commitments.ts';
export { countDeadlines, nextDeadline } from './open-deadlines.ts';
export { addCommitmentPages } from './pages/routes.tsx';
export { COMMITMENTS_PART } from './part.ts';
export { COMMITMENT_PATHS } from './paths.ts';
export { remind } from './remind.ts';
export { type Work as CommitmentWork } from './work.ts';
export { takeCommitmentsAlong } from './store-taken.ts';
