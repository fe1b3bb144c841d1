export { waitSeconds, type Pace } from './throttle.ts';
export { forgetFailures, noteFailure, secondsToWait } from './store.ts';
export { takeOneOfDay } from './store-day.ts';
export { throttleStep } from './migrations/2026-11-21-throttle.ts';
