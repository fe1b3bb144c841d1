import { createHash } from 'node:crypto';
import { asSystem, type Reader, type Transaction } from '../database/index.ts';
import { waitSeconds, type Pace } from './throttle.ts';
import './tables.ts';

/** After a day without a failure everything is forgotten. */
const FORGET_MS = 24 * 3_600_000;

/** Seconds until something may be tried again; 0 when now. `key` names what is tried and on whom: `signIn/rote-linde`. */
export async function secondsToWait(db: Reader, key: string, now: Date): Promise<number> {
  const row = await asSystem(db, () =>
    db.selectFrom('throttle').select('wait_until').where('key_hash', '=', hashOf(key)).executeTakeFirst(),
  );
  const left = (row?.wait_until?.getTime() ?? 0) - now.getTime();
  // No pace waits for so long: the clock was ahead when this was noted, and nobody may be shut out for years by that.
  return left > FORGET_MS ? 0 : Math.max(0, Math.ceil(left / 1000));
}

/** Notes a failure and how long to wait now. It has to be committed although the attempt failed. */
export async function noteFailure(tx: Transaction, key: string, pace: Pace, now: Date): Promise<number> {
  return asSystem(tx, async () => {
    await tx
      .deleteFrom('throttle')
      .where((eb) =>
        eb.or([
          eb('last_at', '<', new Date(now.getTime() - FORGET_MS)),
          eb('last_at', '>', new Date(now.getTime() + FORGET_MS)),
        ]),
      )
      .execute();
    const { failures } = await tx
      .insertInto('throttle')
      .values({ key_hash: hashOf(key), failures: 1, wait_until: null, last_at: now })
      .onConflict((conflict) =>
        conflict.column('key_hash').doUpdateSet((eb) => ({ failures: eb('throttle.failures', '+', 1), last_at: now })),
      )
      .returning('failures')
      .executeTakeFirstOrThrow();
    const seconds = waitSeconds(pace, failures);
    await tx
      .updateTable('throttle')
      .set({ wait_until: seconds === 0 ? null : new Date(now.getTime() + seconds * 1000) })
      .where('key_hash', '=', hashOf(key))
      .execute();
    return seconds;
  });
}

/** After a success nothing is held against anybody. */
export async function forgetFailures(tx: Transaction, key: string): Promise<void> {
  await asSystem(tx, () => tx.deleteFrom('throttle').where('key_hash', '=', hashOf(key)).execute());
}

export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
