export { cooperationsStep } from './migrations/2026-11-21-cooperations.ts';
export { findPartners } from './store.ts';
export { PARTNERS_WALL } from './wall.ts';
