import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { WORKING_TOGETHER_PATH } from '../cooperations/index.ts';
import { LINK_DAYS, MOST_ATTEMPTS, type Request } from './request.ts';
import { insertAttempt, setState } from './store-answer.ts';
import { ANSWER, ANSWER_PATH, REQUESTS_PATH, type Work } from './work.ts';

const DAY_MS = 86_400_000;

interface Sending {
  readonly request: Pick<Request, 'id' | 'sender' | 'receiver' | 'attempts'>;
  readonly byRole: 'organisation' | 'system';
  readonly at: Date;
}

/**
 * The next mail to the function mailbox of the receiver, in the caller's transaction. The site writes it, and nothing
 * that somebody typed and no name stands in it: who hands mails on by hand reads along. Where somebody speaks for the
 * receiver the mail leads through signing in, and its link opens nothing by itself. Where there is no mailbox a person
 * of the network helps at once.
 */
export async function sendRequest(tx: Transaction, work: Work, sending: Sending): Promise<'sent' | 'given'> {
  const { request, byRole, at } = sending;
  const isFirst = request.attempts.length === 0;
  if (isFirst) {
    const about = `${REQUESTS_PATH}/${request.id}`;
    await work.raise(tx, { kind: 'requestArrived', about, organisation: request.receiver }, at);
    await note(tx, request.receiver, { at, act: 'request.received', byRole, about: `request/${request.id}` });
  }
  const mailbox = await work.findMailbox(tx, request.receiver, dayOf(at));
  if (mailbox === null) {
    await giveToPerson(tx, work, request, at);
    return 'given';
  }
  const { token, hash } = work.links.make(ANSWER, new Date(at.getTime() + LINK_DAYS * DAY_MS));
  const { mail, language } = mailbox;
  const isHeld = await work.isHeld(tx, request.receiver, dayOf(at));
  const content = mailOf(work, { ...sending, language, token: isHeld ? null : token });
  await postMail(tx, { receiver: mail, language, ...content }, at);
  await insertAttempt(tx, request.id, { number: request.attempts.length + 1, day: dayOf(at), tokenHash: hash });
  await setState(tx, request.id, 'open');
  if (!isFirst)
    await note(tx, request.receiver, { at, act: 'request.reminded', byRole, about: `request/${request.id}` });
  return 'sent';
}

/** Nobody has answered. The network learns that an organisation was not reached, and not by whom or why. */
export async function giveToPerson(
  tx: Transaction,
  work: Pick<Work, 'raise'>,
  { id, receiver }: Pick<Request, 'id' | 'receiver'>,
  at: Date,
): Promise<void> {
  await setState(tx, id, 'with a person');
  await work.raise(tx, { kind: 'notReached', about: `/organisationen/${receiver}`, organisation: null }, at);
}

/** Neither who asks nor what: whoever hands mails on must not learn who turns to whom. Both stand behind the link. */
function mailOf(
  work: Work,
  { request, at, language, token }: Sending & { readonly language: string; readonly token: string | null },
) {
  const number = request.attempts.length + 1;
  return {
    subject: saying('requests.mail.subject'),
    paragraphs: inTwoLanguages(work, language, (words) => [
      saying(number === 1 ? 'requests.mail.ask' : 'requests.mail.again'),
      saying(token === null ? 'requests.mail.signIn' : 'requests.mail.how'),
      saying('requests.mail.no'),
      ...(token === null ? [] : [saying('requests.mail.valid', { day: words.day(addDays(dayOf(at), LINK_DAYS - 1)) })]),
      ...(number === MOST_ATTEMPTS ? [saying('requests.mail.last')] : []),
    ]),
    link: token === null ? afterSignIn(WORKING_TOGETHER_PATH, language) : `${ANSWER_PATH}/${token}?sprache=${language}`,
  };
}
