import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Words } from '../../plain/words.ts';
import { walkCooperations } from '../cooperations/index.ts';
import { findStandings } from './find-standings.ts';
import { demand, may } from './may.ts';
import { DEADLINES_PATH } from './paths.ts';
import { remindersDue, type DueReminder } from './reminder.ts';
import { findSent, noteSent } from './store-reminder.ts';
import type { Work } from './work.ts';

const STEP = 50;

/** Writes to whoever has something to do soon: one mail each, whatever comes together. Says how many mails. */
export async function remind(ctx: Context, work: Work, signal?: AbortSignal): Promise<number> {
  demand(may.goRound(ctx.actor));
  const today = dayOf(ctx.clock.now());
  const due = await findDue(ctx, today, signal);
  let mails = 0;
  for (const [organisation, reminders] of Map.groupBy(due, ({ who }) => who)) {
    signal?.throwIfAborted();
    mails += await ctx.db.write((tx) => remindOne(tx, work, { organisation, reminders, at: ctx.clock.now() }));
  }
  return mails;
}

// words: commitments.mail.remind
async function remindOne(
  tx: Transaction,
  work: Work,
  { organisation, reminders, at }: { organisation: string; reminders: readonly DueReminder[]; at: Date },
): Promise<number> {
  const today = dayOf(at);
  // Without a mailbox nothing is noted: whoever gets one later is still reminded.
  const mailboxes = await work.findMailboxes(tx, organisation, today);
  if (mailboxes.length === 0) return 0;
  const days: Day[] = [];
  for (const reminder of reminders) if (await noteSent(tx, reminder, today)) days.push(reminder.day);
  const [first] = days.toSorted();
  if (first === undefined) return 0;
  for (const { mail, language } of mailboxes) {
    const values = (words: Words) => ({ count: days.length, day: words.day(first) });
    // No name and no word of the agreement: mails lie in boxes that others open.
    const content = {
      subject: saying('commitments.mail.remind.subject', values(work.wordsIn(language))),
      paragraphs: inTwoLanguages(work, language, (words) => [
        saying('commitments.mail.remind', values(words)),
        saying('commitments.mail.remind.how'),
      ]),
      link: afterSignIn(DEADLINES_PATH, language),
    };
    await postMail(tx, { receiver: mail, language, ...content }, at);
  }
  return mailboxes.length;
}

/** Cooperation by cooperation, so that memory does not grow with their number. */
async function findDue(ctx: Context, today: Day, signal?: AbortSignal): Promise<readonly DueReminder[]> {
  const due: DueReminder[] = [];
  let after: string | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const step = await findDueAfter(ctx, today, after);
    due.push(...step.due);
    if (step.last === null) return due;
    after = step.last;
  }
}

function findDueAfter(
  { db }: Pick<Context, 'db'>,
  today: Day,
  after: string | null,
): Promise<{ readonly due: readonly DueReminder[]; readonly last: string | null }> {
  return db.read(async (reader) => {
    const cooperations = await walkCooperations(reader, after, STEP);
    const standings = await findStandings(reader, today, cooperations);
    const agreements = [...new Set(standings.map(({ agreement }) => agreement))];
    const due = remindersDue(standings, await findSent(reader, agreements), today);
    return { due, last: cooperations.length < STEP ? null : (cooperations.at(-1) ?? null) };
  });
}
