import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { saying } from '../../plain/words.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { News, Voices } from './tell.ts';

// words: reviews.mail.*
/** Tells organisations by mail and by a notice on their own page; in the transaction of what they are told of. */
export async function tell(
  tx: Transaction,
  { findMailboxes, wordsIn, raise }: Voices,
  {
    news,
    organisations,
    day,
    path,
  }: {
    readonly news: News;
    readonly organisations: readonly string[];
    readonly day: Day;
    readonly path: string;
  },
  at: Date,
): Promise<void> {
  for (const organisation of organisations) {
    const mailboxes = await asSystem(tx, () => findMailboxes(tx, organisation, dayOf(at)));
    for (const { mail, language } of mailboxes)
      await postMail(
        tx,
        {
          receiver: mail,
          language,
          subject: saying(`reviews.mail.${news}.subject`),
          paragraphs: [saying(`reviews.mail.${news}.text`, { day: wordsIn(language).day(day) })],
          link: path,
        },
        at,
      );
    await raise(tx, { kind: news, about: path, organisation }, at);
  }
}
