import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Words } from '../../plain/words.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { findPartners, WORKING_TOGETHER_PATH } from '../cooperations/index.ts';
import { noteTold } from './store-told.ts';

/** Where an organisation reads mail that is not for one person, and in which language; never to be shown. */
export type FindMailboxes = (
  tx: Transaction,
  organisation: string,
  today: Day,
) => Promise<readonly { readonly mail: string; readonly language: string }[]>;

/** How partners are reached; handed in, because only the app knows who reads mail for an organisation. */
export interface Post {
  readonly findMailboxes: FindMailboxes;
  /** Words of a language; for one that the interface does not speak, those of German. */
  readonly wordsIn: (language: string) => Words;
}

export interface Telling {
  /** Null where nobody has said how organisations are reached. */
  readonly post: Post | null;
  readonly at: Date;
}

/**
 * Tells the other partners that something waits for them, in the transaction of what has happened. However much
 * happens in a day, each hears of a cooperation once: what it is stands behind the link, so nothing of it, no name, no
 * word and no address of it, is in the mail. The same address in two mails would tell who belongs together.
 */
export async function tellPartners(
  tx: Transaction,
  // `by` is null where the program did it.
  { cooperation, by }: { readonly cooperation: string; readonly by: string | null },
  { post, at }: Telling,
): Promise<void> {
  if (post === null) return;
  const day = dayOf(at);
  const partners = (await findPartners(tx, cooperation)).map(({ organisation }) => organisation);
  // Always in the same order: two who tell at once wait for each other and not around each other.
  for (const organisation of partners.filter((one) => one !== by).toSorted()) {
    const mailboxes = await post.findMailboxes(tx, organisation, day);
    // Without a mailbox nothing is noted: whoever gets one later today is still told.
    if (mailboxes.length === 0 || !(await noteTold(tx, { cooperation, organisation, day }))) continue;
    for (const { mail, language } of mailboxes) {
      const content = {
        subject: saying('agreements.tell.subject'),
        paragraphs: inTwoLanguages(post, language, () => [
          saying('agreements.tell.text'),
          saying('agreements.tell.why'),
        ]),
        link: afterSignIn(WORKING_TOGETHER_PATH, language),
      };
      await postMail(tx, { receiver: mail, language, ...content }, at);
    }
  }
}
