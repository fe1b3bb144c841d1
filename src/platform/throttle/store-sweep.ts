import type { Transaction } from '../database/index.ts';
import './tables.ts';

const FORGET_MS = 24 * 3_600_000;

/** Failures of more than a day ago, or noted by a clock that was far ahead. Only as the program itself. */
export async function sweepThrottle(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('throttle')
    .where((eb) =>
      eb.or([
        eb('last_at', '<', new Date(now.getTime() - FORGET_MS)),
        eb('last_at', '>', new Date(now.getTime() + FORGET_MS)),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
