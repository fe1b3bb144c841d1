import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Register } from '../claims/index.ts';
import type { Reference } from './reference.ts';

/** What verbs need besides, of areas that this one does not know. */
export interface MergeContext extends Context {
  readonly register: Register;
  /** Every column that names a subject. */
  readonly references: readonly Reference[];
  /** Whether somebody speaks for an organisation on a day, whoever asks. */
  readonly isHeld: (db: Reader, organisation: string, day: Day) => Promise<boolean>;
}
