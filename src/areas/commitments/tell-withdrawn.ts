import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findPartners } from '../cooperations/index.ts';
import type { Standing } from './commitment-word.ts';
import { DEADLINES_PATH } from './paths.ts';
import type { Work } from './work.ts';

/** The other partners hear of it, calmly. No name, no word and no address of the agreement: mails lie in boxes that others open. */
export async function tellWithdrawn(
  tx: Transaction,
  work: Pick<Work, 'findMailboxes' | 'wordsIn'>,
  { cooperation, who }: Standing,
  at: Date,
): Promise<void> {
  const others = (await findPartners(tx, cooperation)).filter(({ organisation }) => organisation !== who);
  for (const { organisation } of others)
    for (const { mail, language } of await work.findMailboxes(tx, organisation, dayOf(at)))
      await postMail(
        tx,
        {
          receiver: mail,
          language,
          subject: saying('commitments.mail.withdrawn.subject'),
          paragraphs: inTwoLanguages(work, language, () => [
            saying('commitments.mail.withdrawn'),
            saying('commitments.mail.withdrawn.next'),
          ]),
          link: afterSignIn(DEADLINES_PATH, language),
        },
        at,
      );
}
