import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { takeTurns } from './store-sign-in.ts';

/** Five free tries, then 5 s doubling to a quarter of an hour. */
const PACE: Pace = { free: 5, firstSeconds: 5, mostSeconds: 900 };

/**
 * Counts a try before it is looked at: of many at once only the free ones get through. Returns how long to wait
 * instead, or null to go on. After a right answer call `forgetFailures` with the same key.
 */
export async function countTry(tx: Transaction, key: string, now: Date): Promise<Saying | null> {
  await takeTurns(tx, key);
  const seconds = await secondsToWait(tx, key, now);
  if (seconds > 0) return waiting(seconds);
  await noteFailure(tx, key, PACE, now);
  return null;
}

/** The key under which tries with an alias are counted, whether there is such an account or not. */
export function tryKey(aliasKey: string): string {
  return `signIn/${aliasKey}`;
}

/** How long to wait, in words. */
export function waiting(seconds: number): Saying {
  return seconds < 60
    ? saying('people.signIn.wait.seconds', { seconds })
    : saying('people.signIn.wait.minutes', { minutes: Math.ceil(seconds / 60) });
}

/** What an actor of the web carries. */
export function sessionOf(ctx: Pick<Context, 'actor'>): string | null {
  return 'session' in ctx.actor ? ctx.actor.session : null;
}
