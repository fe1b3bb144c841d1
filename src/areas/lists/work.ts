import type { Clock } from '../../platform/clock.ts';
import type { Facts, Keeper } from '../claims/index.ts';
import type { Gazetteer } from '../places/index.ts';
import type { ListSubject } from './list.ts';

/** What the steps of an import need. They run as the program itself, in a job or in a command. */
export interface ImportWork extends Keeper {
  readonly clock: Clock;
  readonly gazetteer: Gazetteer;
  /** The full path of a file that was received. */
  readonly pathOf: (file: string) => string;
  readonly removeFile: (file: string) => Promise<void>;
  /** Which of the rows that are gone are probably which of the new ones; without it nobody is asked about that. */
  readonly renamed?: (
    kind: ListSubject,
    rows: { readonly gone: readonly Facts[]; readonly fresh: readonly Facts[] },
  ) => readonly { readonly gone: number; readonly fresh: number }[];
  /** Told after every step: rows dealt with so far. */
  readonly progress?: (done: number) => void;
}

/** Rows a step: small enough that readers of the embedded database wait a blink at most. */
export const STEP_ROWS = 250;
