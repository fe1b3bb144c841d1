import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { CONTACT_DAYS, type Introduction } from './introduction.ts';
import { LINK_DAYS } from './request.ts';
import { keepContactLink } from './store-introduction.ts';
import { INTRODUCE, INTRODUCTION_LINK_PATH, INTRODUCTIONS_PATH, type Work } from './work.ts';

const DAY_MS = 86_400_000;

type Told = Pick<Introduction, 'id' | 'introducer' | 'introduced' | 'third'>;

/** All three learn that both have said yes; the two by mail as well, with the way to each other behind a link. */
export async function tellIntroduced(tx: Transaction, work: Work, told: Told, at: Date): Promise<void> {
  const { id, introducer, introduced, third } = told;
  const about = `${INTRODUCTIONS_PATH}/${id}`;
  for (const organisation of [introducer, introduced, third])
    await work.raise(tx, { kind: 'introductionAgreed', about, organisation }, at);
  for (const side of [introduced, third]) await mailTo(tx, work, { id, side, at });
}

/** Whoever hands mails on must not learn who is brought together with whom: that stands behind the link. */
async function mailTo(
  tx: Transaction,
  work: Work,
  { id, side, at }: { readonly id: string; readonly side: string; readonly at: Date },
): Promise<void> {
  const mailbox = await work.findMailbox(tx, side, dayOf(at));
  if (mailbox === null) return;
  const isHeld = await work.isHeld(tx, side, dayOf(at));
  // It lives on after what it shows is over, to say so.
  const { token, hash } = work.links.make(INTRODUCE, new Date(at.getTime() + LINK_DAYS * DAY_MS));
  if (!isHeld) await keepContactLink(tx, id, { organisation: side, tokenHash: hash });
  const { mail, language } = mailbox;
  const until = addDays(dayOf(at), CONTACT_DAYS);
  await postMail(
    tx,
    {
      receiver: mail,
      language,
      subject: saying('requests.introduced.mail.subject'),
      paragraphs: inTwoLanguages(work, language, (words) => [
        saying('requests.introduced.mail.text'),
        isHeld
          ? saying('requests.introduced.mail.signIn')
          : saying('requests.introduced.mail.how', { day: words.day(until) }),
      ]),
      link: isHeld ? afterSignIn('/', language) : `${INTRODUCTION_LINK_PATH}/${token}?sprache=${language}`,
    },
    at,
  );
}
