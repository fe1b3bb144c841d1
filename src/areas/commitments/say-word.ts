import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import type { Standing, WordState } from './commitment-word.ts';
import { findStanding, type CommitmentKey } from './find-standings.ts';
import { demand, may } from './may.ts';
import { setWord } from './store.ts';
import { tellWithdrawn } from './tell-withdrawn.ts';
import type { Work } from './work.ts';

/**
 * Whoever is responsible says that it is done, that it will not be like this, or that it is not possible. One tap, and
 * one word: it speaks of the commitment as it was read, so it is not taken when the text has changed in between.
 */
export async function sayWord(
  { db, actor, clock }: Context,
  work: Work,
  { cooperation, id, hash, state }: CommitmentKey & { readonly hash: string; readonly state: WordState },
): Promise<Result<Standing, 'movedOn'>> {
  const at = clock.now();
  const day = dayOf(at);
  const read = await db.read((reader) => findStanding(reader, { cooperation, id }, day));
  if (read.who === null) throw new NotFoundError();
  const partner = read.who;
  demand(may.say(actor, partner));
  return db.write(async (tx) => {
    const standing = await findStanding(tx, { cooperation, id }, day);
    if (standing.hash !== hash || standing.who !== partner) return not('movedOn');
    const { agreement, word } = standing;
    if (word?.state === state) return ok(standing);
    await setWord(tx, cooperation, { agreement, paragraph: id, hash, partner, day, state });
    // The chain is for ever, so it does not say what was said: it must never add up to a score.
    await note(tx, partner, { at, act: 'commitment.said', byRole: 'organisation', about: `agreement/${agreement}` });
    if (state === 'withdrawn') await tellWithdrawn(tx, work, standing, at);
    return ok(standing);
  });
}
