export { openDatabase, APP_ROLE, type Database } from './open.ts';
export { migrate, type Step } from './migrate.ts';
export {
  wallIn,
  wallInLedger,
  ACCOUNT,
  ACTOR,
  IN_NETWORK,
  KEEPER,
  KEEPERS,
  OPENED,
  OPEN_BOOK,
  ORGANISATIONS,
  SYSTEM_ONLY,
  type Wall,
} from './wall.ts';
export { asSystem, openProtected } from './as-system.ts';
export { gatherStatistics } from './statistics.ts';
export type { Tables } from './tables.ts';
export type { Reader, Transaction } from './handle.ts';
