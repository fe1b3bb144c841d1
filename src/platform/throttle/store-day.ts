import { asSystem, type Transaction } from '../database/index.ts';
import { dayOf, onlyDay } from '../../plain/time.ts';
import { hashOf } from './store.ts';
import './tables.ts';

/**
 * Counts one more on the day of `now`; false when there were `most` already, and then it counts none. For what is done
 * by people of whom no moment may be kept: kept are a number, the day, and a hash that is another one tomorrow.
 */
export async function takeOneOfDay(tx: Transaction, key: string, most: number, now: Date): Promise<boolean> {
  const row = await asSystem(tx, () =>
    tx
      .insertInto('throttle')
      .values({ key_hash: hashOf(`${key}/${dayOf(now)}`), failures: 1, wait_until: null, last_at: onlyDay(now) })
      .onConflict((conflict) =>
        conflict
          .column('key_hash')
          .doUpdateSet((eb) => ({ failures: eb('throttle.failures', '+', 1) }))
          .where('throttle.failures', '<', most),
      )
      .returning('failures')
      .executeTakeFirst(),
  );
  return row !== undefined;
}
