import type { Transaction } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import {
  demandGoingOn,
  isPartner,
  letIn,
  takeCooperation,
  undoLetIn,
  WORKING_TOGETHER_PATH,
} from '../cooperations/index.ts';
import { findEnded } from './ended.ts';
import { findNames } from './name.ts';
import { phaseNow } from './phase-now.ts';
import { isAnswerable, isYes, type Answer, type Request } from './request.ts';
import { takeRequest } from './store.ts';
import { writeAnswer } from './store-answer.ts';
import { byProgram } from './store-known.ts';
import { REQUESTS_PATH, type Work } from './work.ts';

interface Given extends Pick<Request, 'id' | 'cooperation'> {
  readonly answer: Answer;
  readonly byRole: 'link' | 'organisation';
  readonly at: Date;
}

/**
 * Takes an answer, also instead of an earlier one: the last one counts. With a yes the receiver is a partner. A yes can
 * be taken back as long as nothing has been written that rests on it.
 */
export async function takeAnswer(tx: Transaction, work: Work, given: Given): Promise<void> {
  const { id, answer, byRole, at } = given;
  await hold(tx, work, given.cooperation);
  const request = await takeRequest(tx, id);
  if (request === null || !isAnswerable(request)) throw new ConflictError(saying('requests.may.moved'));
  const { sender, receiver } = request;
  if (isYes(request.answer) && !isYes(answer)) await goOut(tx, work, request);
  await writeAnswer(tx, id, answer, dayOf(at));
  // Whoever has left since then does not come in again by telling another hour for a call.
  if (isYes(answer) && !isYes(request.answer)) await comeIn(tx, work, request, at);
  const about = { at, act: 'request.answered', byRole, about: `request/${id}` };
  await holdChains(tx, [sender, receiver]);
  await note(tx, sender, about);
  await note(tx, receiver, about);
  await tellSender(tx, work, request, at);
}

/**
 * The agreement first, then the cooperation, then the request: everybody who writes in several of them holds them in
 * this order, or two would wait for each other. Nobody begins an agreement while who is in it changes.
 */
async function hold(tx: Transaction, { holdAgreement }: Work, cooperation: string): Promise<void> {
  await byProgram(tx, async () => {
    await holdAgreement(tx, cooperation);
    await takeCooperation(tx, cooperation);
  });
}

async function comeIn(tx: Transaction, work: Work, request: Request, at: Date): Promise<void> {
  const { cooperation, receiver } = request;
  if (await byProgram(tx, () => isPartner(tx, cooperation, receiver))) return;
  await byProgram(tx, () => demandGoingOn(tx, cooperation));
  // Nobody comes in at the word of whoever has left.
  const ended = await byProgram(tx, () => findEnded(tx, [request]));
  if (ended.length > 0) throw new ConflictError(saying('requests.may.moved'));
  const day = dayOf(at);
  const phase = await phaseNow(tx, work, cooperation);
  await letIn(tx, { cooperation, organisation: receiver, phase, since: day });
  const name = (await findNames(tx, work, [receiver], work.wordsIn('de')))(receiver);
  await byProgram(tx, () => work.joined(tx, { cooperation, organisation: receiver, name, day }));
}

async function goOut(tx: Transaction, work: Work, { cooperation, receiver }: Request): Promise<void> {
  await byProgram(tx, () => demandGoingOn(tx, cooperation));
  if (await byProgram(tx, () => work.isBuiltOn(tx, cooperation, receiver)))
    throw new ConflictError(saying('requests.answer.built'));
  await undoLetIn(tx, { cooperation, organisation: receiver });
}

/** That there is an answer, and not which or to what: it is read where one signs in. */
async function tellSender(tx: Transaction, work: Work, { id, sender }: Request, at: Date): Promise<void> {
  await work.raise(tx, { kind: 'requestAnswered', about: `${REQUESTS_PATH}/${id}`, organisation: sender }, at);
  const mailbox = await work.findMailbox(tx, sender, dayOf(at));
  if (mailbox === null) return;
  const { mail, language } = mailbox;
  await postMail(
    tx,
    {
      receiver: mail,
      language,
      subject: saying('requests.answered.mail.subject'),
      paragraphs: inTwoLanguages(work, language, () => [
        saying('requests.answered.mail.text'),
        saying('requests.answered.mail.how'),
      ]),
      link: afterSignIn(WORKING_TOGETHER_PATH, language),
    },
    at,
  );
}
