import type { Clock } from '../../platform/clock.ts';
import type { Keeper } from '../claims/index.ts';
import type { Gazetteer } from '../places/index.ts';

/** What the steps of an import need. They run as the program itself, in a job or in a command. */
export interface ImportWork extends Keeper {
  readonly clock: Clock;
  readonly gazetteer: Gazetteer;
  /** The full path of a file that was received. */
  readonly pathOf: (file: string) => string;
  readonly removeFile: (file: string) => Promise<void>;
  /** Told after every step: rows dealt with so far. */
  readonly progress?: (done: number) => void;
}

/** Rows a step: small enough that readers of the embedded database wait a blink at most. */
export const STEP_ROWS = 250;
