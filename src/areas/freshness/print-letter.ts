import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { newCode } from '../../plain/code-words.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { knownOf } from '../claims/index.ts';
import { CODE_DAYS, reasonNotToAsk } from './confirmation-ask.ts';
import { findEntry, type Entry } from './entry.ts';
import { demand, may } from './may.ts';
import { hashOfCode, insertAsk, setState, takeRunning } from './store.ts';
import { CONFIRM, type Work } from './work.ts';

export const CODE_WORDS = 6;

/** What stands on the letter. Code and link are nowhere else: they cannot be shown again. */
export interface Letter {
  readonly entry: Entry;
  readonly code: readonly string[];
  readonly path: string;
  readonly validTo: Day;
}

/** Makes a letter with a code for an entry. A letter before it, or mails that nobody answered, end with it. */
export async function printLetter(ctx: Context, work: Work, subject: string): Promise<Result<Letter, Saying>> {
  demand(may.ask(ctx.actor));
  const now = ctx.clock.now();
  const today = dayOf(now);
  return ctx.db.write(async (tx) => {
    const entry = await findEntry(tx, work.register, subject);
    if (entry === null) throw new NotFoundError();
    const running = await takeRunning(tx, subject);
    const isWithdrawn = (await knownOf(tx, [subject])).get(subject)?.veil.isWithdrawn === true;
    const reason = reasonNotToAsk('paper', { running, isWithdrawn });
    if (reason !== null) return not(reason);
    if (running !== null) await setState(tx, running.id, 'closed');
    const code = newCode(CODE_WORDS);
    const validTo = addDays(today, CODE_DAYS);
    const { token, hash } = work.links.make(CONFIRM, new Date(`${addDays(validTo, 1)}T00:00:00Z`));
    const isFirst = await insertAsk(tx, {
      id: newId(now),
      subject,
      channel: 'paper',
      on: today,
      tokenHash: hash,
      code: { hash: hashOfCode(code.join(' ')), until: validTo },
    });
    if (!isFirst) throw new ConflictError(saying('freshness.ask.quicker'));
    if (entry.kind === 'organisation') {
      const byRole = ctx.actor.kind === 'coordination' ? 'coordination' : 'operator';
      await note(tx, subject, { at: now, act: 'confirmation.asked', byRole, about: `subject/${subject}` });
    }
    return ok({ entry, code, path: `/bestaetigen/${token}`, validTo });
  });
}
