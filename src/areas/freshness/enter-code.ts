import type { Context } from '../../platform/context.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { CODE_WORDS } from './print-letter.ts';
import { hashOfCode } from './store.ts';
import { openByCode } from './store-answer.ts';
import { CONFIRM, type Work } from './work.ts';

/**
 * Codes have 60 bits, and no address is kept by which guessers could be told apart: all wrong codes together are
 * slowed down, and nobody who mistypes waits longer than half a minute. A right code is let in at any time, or one
 * guesser could keep everybody else out.
 */
const CODE_PACE: Pace = { free: 20, firstSeconds: 1, mostSeconds: 30 };
const KEY = 'confirmation/code';
const LINK_MS = 7 * 86_400_000;

/** Turns the words of a letter into a link of its own; looking it up answers nothing yet. */
export async function enterCode(
  ctx: Context,
  { links }: Pick<Work, 'links'>,
  text: string,
): Promise<Result<string, Saying>> {
  demand(may.enterCode(ctx.actor));
  const now = ctx.clock.now();
  const code = readCode(text, CODE_WORDS);
  // What cannot be a code is a slip of the hand, not a guess.
  if (code === null) return not(saying('freshness.code.shape', { count: CODE_WORDS }));
  const { token, hash } = links.make(CONFIRM, new Date(now.getTime() + LINK_MS));
  return ctx.db.write(async (tx) => {
    const opened = await openByCode(tx, { codeHash: hashOfCode(code), today: dayOf(now), tokenHash: hash });
    if (opened !== null) return ok(token);
    const seconds = await secondsToWait(tx, KEY, now);
    if (seconds > 0) return not(saying('freshness.code.wait', { seconds }));
    await noteFailure(tx, KEY, CODE_PACE, now);
    return not(saying('freshness.code.unknown'));
  });
}
