export { commongroundStep } from './migrations/2026-11-21-commonground.ts';
export { endedEarlyStep } from './migrations/2026-11-22-ended-early.ts';
export { TAKE_IN_UPLOAD } from './paths.ts';
export { addConversationPages } from './pages/routes.tsx';
export { goConversationRound } from './take-stand.ts';
