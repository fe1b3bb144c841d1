export { goRound } from './go-round.ts';
export { letLapse, type Silence } from './let-lapse.ts';
export { checkTakeUpToken, spendTakeUpToken } from './take-up.ts';
export { confirmationAskStep } from './migrations/2026-11-21-confirmation-ask.ts';
export { notUsStep } from './migrations/2026-11-21-not-us.ts';
export { tellTakenUpOtherwise } from './tell-other-way.ts';
export { showingTools } from './showing-tools.ts';
export { WithdrawnNotice } from './pages/showing.tsx';
export { addFreshnessPages, type FreshnessPages } from './pages/routes.tsx';
