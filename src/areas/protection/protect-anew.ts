import type { Context } from '../../platform/context.ts';
import { protectSubject } from '../claims/index.ts';
import { demand, may } from './may.ts';
import type { ProtectContext } from './protect.ts';
import { findProtectedNow, takeTerm } from './store.ts';

/**
 * Lets each running protection cover what it would cover if it began now: also what was there before this version
 * knew of twins. Opens nothing, can be repeated, and says how many run.
 */
export async function protectAnew({
  db,
  actor,
  clock,
  register,
}: Pick<Context, 'db' | 'actor' | 'clock'> & Pick<ProtectContext, 'register'>): Promise<number> {
  demand(may.protectAnew(actor));
  let count = 0;
  for (const organisation of await db.read(findProtectedNow)) {
    const isRunning = await db.write(async (tx) => {
      // Meanwhile two persons may have ended it.
      if ((await takeTerm(tx, organisation)) === null) return false;
      await protectSubject(tx, register, organisation, clock.now());
      return true;
    });
    if (isRunning) count += 1;
  }
  return count;
}
