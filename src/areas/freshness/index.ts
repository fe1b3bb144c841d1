export { goRound } from './go-round.ts';
export { letLapse, type Silence } from './let-lapse.ts';
export { checkTakeUpToken, spendTakeUpToken } from './take-up.ts';
export { confirmationAskStep } from './migrations/2026-11-21-confirmation-ask.ts';
export { addFreshnessPages, type FreshnessPages } from './pages/routes.tsx';
