import type { Transaction } from '../../platform/database/index.ts';
import { takeOneOfDay } from '../../platform/throttle/index.ts';
import { saying, type Saying } from '../../plain/words.ts';

const MOST_A_DAY = 20;

/**
 * What whoever has typed wrong words is told. Right ones come in at any time, or one guesser could keep all others out:
 * what stands against guessing is that there are so many words. No address is kept by which guessers could be told apart,
 * so all wrong words for the same are counted together.
 */
export async function tellWrong(tx: Transaction, what: string, now: Date): Promise<Saying> {
  const isOneOfFew = await takeOneOfDay(tx, what, MOST_A_DAY, now);
  return saying(isOneOfFew ? 'commonground.code.unknown' : 'commonground.code.many');
}
