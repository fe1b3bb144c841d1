export { introductionsStep } from './migrations/2026-11-21-introductions.ts';
export { requestsStep } from './migrations/2026-11-21-requests.ts';
export { remindOfRequests } from './remind.ts';
export { checkVoiceLink, spendVoiceToken } from './take-up.ts';
export { Vouched } from './pages/vouched.tsx';
export { isVouched, vouchTools } from './vouch-for.ts';
export { type Portrait, type RequestPages } from './pages/access.ts';
export { addRequestsPages } from './pages/routes.tsx';
export { REQUESTS_PART } from './part.ts';
