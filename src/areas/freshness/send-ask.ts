import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying, type Words } from '../../plain/words.ts';
import { spokenOf } from '../claims/index.ts';
import { LINK_DAYS, MOST_ATTEMPTS } from './confirmation-ask.ts';
import { languageOf, mailboxOf, type Entry } from './entry.ts';
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
  const paragraphs = (words: Words) => {
    const [name] = spokenOf(entry.account?.facts['name'], words, 'reader');
    const values = { name: name?.text ?? words.say('freshness.noName') };
    return [
      saying(attempt === 1 ? 'freshness.mail.ask' : 'freshness.mail.again', values),
      saying('freshness.mail.how'),
      saying('freshness.mail.valid', { day: words.day(addDays(dayOf(at), LINK_DAYS - 1)) }),
      saying('freshness.mail.not'),
      ...(attempt === MOST_ATTEMPTS ? [saying('freshness.mail.last')] : []),
    ];
  };
  const words = work.wordsIn(language);
  const german = work.wordsIn('de');
  const [name] = spokenOf(entry.account?.facts['name'], words, 'reader');
  const mail = {
    receiver,
    language,
    subject: saying('freshness.mail.subject', { name: name?.text ?? words.say('freshness.noName') }),
    paragraphs: [
      ...paragraphs(words),
      ...(language === 'de'
        ? []
        : paragraphs(german).map((told) => saying('freshness.mail.german', { text: german.tell(told) }))),
    ],
    link: `/bestaetigen/${token}?lang=${language}`,
  };
  await postMail(tx, mail, at);
  if (entry.kind === 'organisation')
    await note(tx, entry.subject, { at, act: 'confirmation.asked', byRole, about: `subject/${entry.subject}` });
  return hash;
}

const DAY_MS = 86_400_000;
