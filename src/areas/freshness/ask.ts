import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { knownOf } from '../claims/index.ts';
import { reasonNotToAsk } from './confirmation-ask.ts';
import { findEntry, mailboxOf } from './entry.ts';
import { demand, may } from './may.ts';
import { sendAsk } from './send-ask.ts';
import { insertAsk, takeRunning } from './store.ts';
import type { Work } from './work.ts';

/** Three askings a mailbox and day: whoever carries thirty offers is not flooded. */
const MAILBOX_PACE: Pace = { free: 2, firstSeconds: 86_400, mostSeconds: 86_400 };

/** Asks an organisation, or whoever carries an offer, by mail to its function mailbox whether all of it still holds. */
export async function ask(ctx: Context, work: Work, subject: string): Promise<Result<true, Saying>> {
  demand(may.ask(ctx.actor));
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const entry = await findEntry(tx, work.register, subject);
    if (entry === null) throw new NotFoundError();
    const running = await takeRunning(tx, subject);
    const isWithdrawn = (await knownOf(tx, [subject])).get(subject)?.veil.isWithdrawn === true;
    const reason = reasonNotToAsk('mail', { running, isWithdrawn });
    if (reason !== null) return not(reason);
    const mailbox = mailboxOf(entry);
    if (mailbox === null) return not(saying('freshness.ask.not.mailbox'));
    const key = `ask/${mailbox}`;
    if ((await secondsToWait(tx, key, now)) > 0) return not(saying('freshness.ask.not.today'));
    await noteFailure(tx, key, MAILBOX_PACE, now);
    const byRole = ctx.actor.kind === 'coordination' ? 'coordination' : 'operator';
    const tokenHash = await sendAsk(tx, work, { entry, attempt: 1, byRole, at: now });
    const isFirst =
      tokenHash !== null &&
      (await insertAsk(tx, { id: newId(now), subject, channel: 'mail', on: dayOf(now), tokenHash }));
    if (!isFirst) throw new ConflictError(saying('freshness.ask.quicker'));
    return ok(true as const);
  });
}
