import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { COOPERATIONS_PATH, findPartners } from '../cooperations/index.ts';
import { noteTold } from './store-told.ts';

/** Where an organisation reads mail that is not for one person, and in which language; never to be shown. */
export type FindMailboxes = (
  tx: Transaction,
  organisation: string,
  today: Day,
) => Promise<readonly { readonly mail: string; readonly language: string }[]>;

export interface Telling {
  readonly findMailboxes: FindMailboxes;
  readonly at: Date;
}

/**
 * Tells the other partners that something waits for them, in the transaction of what has happened. However much
 * happens in a day, each hears of a cooperation once: what it is stands behind the link, so nothing of it, no name and
 * no word, is in the mail.
 */
export async function tellPartners(
  tx: Transaction,
  { cooperation, by }: { readonly cooperation: string; readonly by: string },
  { findMailboxes, at }: Telling,
): Promise<void> {
  const day = dayOf(at);
  const partners = (await findPartners(tx, cooperation)).map(({ organisation }) => organisation);
  // Always in the same order: two who tell at once wait for each other and not around each other.
  for (const organisation of partners.filter((one) => one !== by).toSorted()) {
    const mailboxes = await findMailboxes(tx, organisation, day);
    // Without a mailbox nothing is noted: whoever gets one later today is still told.
    if (mailboxes.length === 0 || !(await noteTold(tx, { cooperation, organisation, day }))) continue;
    for (const { mail, language } of mailboxes) {
      const content = {
        subject: saying('agreements.tell.subject'),
        paragraphs: [saying('agreements.tell.text'), saying('agreements.tell.why')],
        link: afterSignIn(`${COOPERATIONS_PATH}/${cooperation}`, language),
      };
      await postMail(tx, { receiver: mail, language, ...content }, at);
    }
  }
}

/** For where nobody has said how organisations are reached. */
export async function nobody(_tx: Transaction): ReturnType<FindMailboxes> {
  return [];
}
