import type { Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findPartners } from '../cooperations/index.ts';
import type { Standing } from './commitment-word.ts';
import { commitmentPath } from './paths.ts';
import type { Work } from './work.ts';

/** The other partners hear of it, calmly. No name and no word of the agreement: mails lie in boxes that others open. */
export async function tellWithdrawn(
  tx: Transaction,
  { findMailboxes }: Pick<Work, 'findMailboxes'>,
  { id, cooperation, who }: Standing,
  at: Date,
): Promise<void> {
  const others = (await findPartners(tx, cooperation)).filter(({ organisation }) => organisation !== who);
  for (const { organisation } of others)
    for (const { mail, language } of await findMailboxes(tx, organisation, dayOf(at)))
      await postMail(
        tx,
        {
          receiver: mail,
          language,
          subject: saying('commitments.mail.withdrawn.subject'),
          paragraphs: [saying('commitments.mail.withdrawn'), saying('commitments.mail.withdrawn.next')],
          link: afterSignIn(commitmentPath(id), language),
        },
        at,
      );
}
