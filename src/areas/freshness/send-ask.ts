import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { LINK_DAYS, MOST_ATTEMPTS } from './confirmation-ask.ts';
import { languageOf, mailboxOf, nameSaid, type Entry } from './entry.ts';
import { CONFIRM, type Work } from './work.ts';

interface Sending {
  readonly entry: Entry;
  readonly attempt: number;
  readonly byRole: 'coordination' | 'operator' | 'system';
  readonly at: Date;
}

/**
 * Writes the mail of an ask in the caller's transaction and gives back the hash of its link; null without a mailbox.
 * Whoever reads German less well has the words in their language first, then in German.
 */
export async function sendAsk(
  tx: Transaction,
  work: Work,
  { entry, attempt, byRole, at }: Sending,
): Promise<string | null> {
  const receiver = mailboxOf(entry);
  if (receiver === null) return null;
  const validUntil = new Date(at.getTime() + LINK_DAYS * DAY_MS);
  const { token, hash } = work.links.make(CONFIRM, validUntil);
  const language = languageOf(entry);
  const mail = {
    receiver,
    language,
    subject: saying('freshness.mail.subject', { name: nameSaid(entry, work.wordsIn(language)) }),
    paragraphs: inTwoLanguages(work, language, (words) => [
      saying(attempt === 1 ? 'freshness.mail.ask' : 'freshness.mail.again', { name: nameSaid(entry, words) }),
      saying('freshness.mail.how'),
      saying('freshness.mail.valid', { day: words.day(addDays(dayOf(at), LINK_DAYS - 1)) }),
      saying('freshness.mail.not'),
      ...(attempt === MOST_ATTEMPTS ? [saying('freshness.mail.last')] : []),
    ]),
    link: `/bestaetigen/${token}?sprache=${language}`,
  };
  await postMail(tx, mail, at);
  if (entry.kind === 'organisation')
    await note(tx, entry.subject, { at, act: 'confirmation.asked', byRole, about: `subject/${entry.subject}` });
  return hash;
}

const DAY_MS = 86_400_000;
