import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findNames } from './name.ts';
import { LINK_DAYS, MOST_ATTEMPTS, type Request } from './request.ts';
import { insertAttempt, setState } from './store-answer.ts';
import { byProgram } from './store-known.ts';
import { inTwoLanguages } from './two-languages.ts';
import { ANSWER, ANSWER_PATH, REQUESTS_PATH, type Work } from './work.ts';

const DAY_MS = 86_400_000;

interface Sending {
  readonly request: Pick<Request, 'id' | 'sender' | 'receiver' | 'attempts'>;
  readonly byRole: 'organisation' | 'system';
  readonly at: Date;
}

/**
 * The next mail to the function mailbox of the receiver, in the caller's transaction. The site writes it, and nothing
 * that somebody typed stands in it: who hands mails on by hand reads along. Neither side sees an address of the other. Where there is no mailbox a person of the network helps at once.
 */
export async function sendRequest(tx: Transaction, work: Work, sending: Sending): Promise<'sent' | 'given'> {
  const { request, byRole, at } = sending;
  const isFirst = request.attempts.length === 0;
  if (isFirst) {
    const about = `${REQUESTS_PATH}/${request.id}`;
    await work.raise(tx, { kind: 'requestArrived', about, organisation: request.receiver }, at);
    await note(tx, request.receiver, { at, act: 'request.received', byRole, about: `request/${request.id}` });
  }
  const { mailbox, language } = await byProgram(tx, () => work.postboxOf(tx, request.receiver, dayOf(at)));
  if (mailbox === null) {
    await giveToPerson(tx, work, request, at);
    return 'given';
  }
  const { token, hash } = work.links.make(ANSWER, new Date(at.getTime() + LINK_DAYS * DAY_MS));
  await postMail(tx, { receiver: mailbox, language, ...(await mailOf(tx, work, { ...sending, language, token })) }, at);
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

async function mailOf(
  tx: Transaction,
  work: Work,
  { request, at, language, token }: Sending & { readonly language: string; readonly token: string },
) {
  const number = request.attempts.length + 1;
  const nameIn = async (words: ReturnType<Work['wordsIn']>) =>
    (await findNames(tx, work, [request.sender], words))(request.sender);
  return {
    subject: saying('requests.mail.subject', { name: await nameIn(work.wordsIn(language)) }),
    paragraphs: await inTwoLanguages(work, language, async (words) => [
      saying(number === 1 ? 'requests.mail.ask' : 'requests.mail.again', { name: await nameIn(words) }),
      saying('requests.mail.how'),
      saying('requests.mail.no'),
      saying('requests.mail.valid', { day: words.day(addDays(dayOf(at), LINK_DAYS - 1)) }),
      ...(number === MOST_ATTEMPTS ? [saying('requests.mail.last')] : []),
    ]),
    link: `${ANSWER_PATH}/${token}?sprache=${language}`,
  };
}
