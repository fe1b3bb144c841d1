import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Words } from '../../plain/words.ts';
import { WORKING_TOGETHER_PATH } from '../cooperations/index.ts';

/** What the others are told of: that a partner goes, that it stays after all, that all is over. Never why, never who. */
export type News = 'partnerLeaves' | 'partnerStays' | 'cooperationEnded';

/** How partners are reached; handed in, because only the app knows who reads mail for an organisation. */
export interface Voices {
  readonly findMailboxes: (
    tx: Transaction,
    organisation: string,
    today: Day,
  ) => Promise<readonly { readonly mail: string; readonly language: string }[]>;
  readonly wordsIn: (language: string) => Words;
  readonly raise: (
    tx: Transaction,
    notice: { readonly kind: News; readonly about: string; readonly organisation: string },
    now: Date,
  ) => Promise<boolean>;
}

// words: reviews.mail.*
/**
 * Tells organisations by mail and by a notice on their own page; in the transaction of what they are told of. Only the
 * notice leads to `path`: the same address in two mails would tell who belongs together.
 */
export async function tell(
  tx: Transaction,
  voices: Voices,
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
    for (const { mail, language } of await voices.findMailboxes(tx, organisation, dayOf(at))) {
      const content = {
        subject: saying(`reviews.mail.${news}.subject`),
        paragraphs: inTwoLanguages(voices, language, (words) => [
          saying(`reviews.mail.${news}.text`, { day: words.day(day) }),
        ]),
        link: afterSignIn(WORKING_TOGETHER_PATH, language),
      };
      await postMail(tx, { receiver: mail, language, ...content }, at);
    }
    await voices.raise(tx, { kind: news, about: path, organisation }, at);
  }
}
