export { agreementsStep } from './migrations/2026-11-21-agreements.ts';
