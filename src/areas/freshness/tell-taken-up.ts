import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, inWords, postMail } from '../../platform/mail/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findEntry, findMailboxesSaid, languageOf, nameSaid } from './entry.ts';
import type { Work } from './work.ts';

interface TakenUp {
  readonly organisation: string;
  /** Of the link for whoever knows nothing of it. */
  readonly token: string;
  readonly at: Date;
}

/** Whoever put another mailbox in first must not be the only one who hears of it. */
const MOST_MAILBOXES = 3;

/** Somebody has taken up the voice with a link: the mailbox and the network hear of it, and nothing of the account. */
export async function tellTakenUp(
  tx: Transaction,
  work: Pick<Work, 'register' | 'wordsIn' | 'raise'>,
  { organisation, token, at }: TakenUp,
): Promise<void> {
  const about = `/organisationen/${organisation}/rollen`;
  await work.raise(tx, { kind: 'voiceTakenUp', about, organisation: null }, at);
  const entry = await findEntry(tx, work.register, organisation);
  if (entry === null) return;
  const language = languageOf(entry);
  for (const receiver of await findMailboxesSaid(tx, entry, MOST_MAILBOXES))
    await postMail(
      tx,
      {
        receiver,
        language,
        subject: saying('freshness.takenUp.mail.subject', { name: nameSaid(entry, work.wordsIn(language)) }),
        paragraphs: inTwoLanguages(work, language, (words) => [
          inWords(
            saying('freshness.takenUp.mail.text', { name: nameSaid(entry, words), day: words.day(dayOf(at)) }),
            words,
          ),
          saying('freshness.takenUp.mail.you'),
          saying('freshness.takenUp.mail.notYou'),
        ]),
        link: `/organisationen/${organisation}/nicht-wir/${token}?sprache=${language}`,
      },
      at,
    );
}
