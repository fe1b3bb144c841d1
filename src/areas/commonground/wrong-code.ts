import type { Transaction } from '../../platform/database/index.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** No address is kept by which guessers could be told apart: all wrong words for the same are slowed down together. */
const CODE_PACE: Pace = { free: 20, firstSeconds: 1, mostSeconds: 30 };

/** What whoever has typed wrong words is told. Right ones come in at any time, or one guesser could keep all others out. */
export async function tellWrong(tx: Transaction, throttle: string, now: Date): Promise<Saying> {
  const seconds = await secondsToWait(tx, throttle, now);
  if (seconds > 0) return saying('commonground.code.wait', { seconds });
  await noteFailure(tx, throttle, CODE_PACE, now);
  return saying('commonground.code.unknown');
}
