import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { WORKING_TOGETHER_PATH } from '../cooperations/index.ts';
import type { Standing } from './store.ts';
import type { Telling } from './tell-partners.ts';
import { partnersOf } from './text.ts';

/** Tells every partner that a version is in force. What it is about and with whom stands behind the link only. */
export async function tellInForce(
  tx: Transaction,
  { version: { number, text } }: Standing,
  { post, at }: Telling,
): Promise<void> {
  if (post === null) return;
  for (const partner of partnersOf(text))
    for (const { mail, language } of await post.findMailboxes(tx, partner, dayOf(at)))
      await postMail(
        tx,
        {
          receiver: mail,
          language,
          subject: saying('agreements.sign.mail.subject'),
          paragraphs: inTwoLanguages(post, language, () => [saying('agreements.sign.mail.text', { number })]),
          link: afterSignIn(WORKING_TOGETHER_PATH, language),
        },
        at,
      );
}
