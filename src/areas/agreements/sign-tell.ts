import type { Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { agreementPath } from './paths.ts';
import type { Standing } from './store.ts';
import type { Telling } from './tell-partners.ts';
import { partnersOf } from './text.ts';

/** Tells every partner that a version is in force. What it is about and with whom stands behind the link only. */
export async function tellInForce(
  tx: Transaction,
  { id, version: { number, text } }: Standing,
  { findMailboxes, at }: Telling,
): Promise<void> {
  for (const partner of partnersOf(text))
    for (const { mail, language } of await findMailboxes(tx, partner, dayOf(at)))
      await postMail(
        tx,
        {
          receiver: mail,
          language,
          subject: saying('agreements.sign.mail.subject'),
          paragraphs: [saying('agreements.sign.mail.text', { number })],
          link: afterSignIn(agreementPath(id), language),
        },
        at,
      );
}
