import type { Day } from '../../plain/time.ts';
import type { Ending } from './closure.ts';

/** A partner has said that it goes. `left_on` is set when it has gone; until then it can be taken back. */
export interface LeavingTable {
  id: string;
  cooperation: string;
  organisation: string;
  declared_on: Day;
  /** The last day on which it is a partner. */
  last_day: Day;
  left_on: Day | null;
}

/** A cooperation has ended. */
export interface ClosureTable {
  cooperation: string;
  day: Day;
  kind: Ending;
  /** Until when everything of it stays for its partners. */
  kept_until: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    leaving: LeavingTable;
    closure: ClosureTable;
  }
}
