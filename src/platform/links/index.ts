export { linksWith, type Links } from './links.ts';
export { openLinks } from './store.ts';
export { linksStep } from './migrations/2026-11-21-links.ts';
