export { openDatabase, APP_ROLE, type Database } from './open.ts';
export { migrate, type Step } from './migrate.ts';
export { wallIn, ACTOR, SYSTEM_ONLY, OPEN_BOOK, KEEPERS } from './wall.ts';
export { gatherStatistics } from './statistics.ts';
export type { Tables } from './tables.ts';
export type { Reader, Transaction } from './handle.ts';
