import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { noteFailure, secondsToWait, type Pace } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { findEntry, languageOf, mailboxOf, nameSaid } from './entry.ts';
import { demand, may } from './may.ts';
import { writeToVoice } from './voices.ts';
import type { Work } from './work.ts';

const ONCE_A_DAY: Pace = { free: 0, firstSeconds: 86_400, mostSeconds: 86_400 };

/**
 * "Jemanden fragen": an organisation has a voice, and whoever speaks does not answer. They find a notice and a mail,
 * and the function mailbox is asked who could be reached. Once a day; no address of one reaches the other.
 */
export async function seekVoice(ctx: Context, work: Work, organisation: string): Promise<Result<true, Saying>> {
  demand(may.ask(ctx.actor));
  const at = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const entry = await findEntry(tx, work.register, organisation);
    if (entry === null || entry.kind !== 'organisation') throw new NotFoundError();
    if (!(await work.isHeld(tx, organisation, dayOf(at)))) return not(saying('freshness.seek.notHeld'));
    const key = `seek/${organisation}`;
    if ((await secondsToWait(tx, key, at)) > 0) return not(saying('freshness.seek.already'));
    await noteFailure(tx, key, ONCE_A_DAY, at);
    const about = `/organisationen/${organisation}`;
    await work.raise(tx, { kind: 'voiceSought', about, organisation }, at);
    const byRole = ctx.actor.kind === 'coordination' ? 'coordination' : 'operator';
    await note(tx, organisation, { at, act: 'voice.sought', byRole, about: `subject/${organisation}` });
    const subject = saying('freshness.seek.mail.subject');
    await writeToVoice(
      tx,
      work,
      organisation,
      { subject, paragraphs: [saying('freshness.seek.mail.voice')], link: about },
      at,
    );
    const receiver = mailboxOf(entry);
    if (receiver === null) return ok(true as const);
    const language = languageOf(entry);
    await postMail(
      tx,
      {
        receiver,
        language,
        subject,
        paragraphs: inTwoLanguages(work, language, (words) => [
          saying('freshness.seek.mail.mailbox', { name: nameSaid(entry, words) }),
        ]),
        link: null,
      },
      at,
    );
    return ok(true as const);
  });
}
