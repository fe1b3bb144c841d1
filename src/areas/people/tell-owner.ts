import { postMail } from '../../platform/mail/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { saying } from '../../plain/words.ts';

type News =
  | 'passphraseChanged'
  | 'secondStepOn'
  | 'secondStepOff'
  | 'mailChanged'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'wordsRenewed'
  | 'recoveryAsked'
  | 'recoveryAgreed'
  | 'recovered';

// words: people.recovery.mail.*
/** Writes to the owner of an account what has happened to its ways in, where there is an address. */
export async function tellOwner(
  tx: Transaction,
  owner: { readonly mail: string | null; readonly language: string } | null,
  news: News,
  at: Date,
): Promise<void> {
  if (owner === null || owner.mail === null) return;
  const mail = {
    receiver: owner.mail,
    language: owner.language,
    subject: saying(`people.recovery.mail.${news}`),
    paragraphs: [saying(`people.recovery.mail.${news}.text`), saying('people.recovery.mail.notYou')],
    link: '/konto/wiederherstellung',
  };
  await postMail(tx, mail, at);
}
