import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isAnswerable, isRunning, type Request } from './request.ts';

const speak = (actor: Actor, organisation: string): true | Saying =>
  speaksFor(actor, organisation) || saying('requests.may.speak');

/** Asking is for whoever speaks for a partner, answering for whoever speaks for the receiver or holds the link. */
export const may = {
  ask: speak,
  /** Another partner says yes to asking. */
  agreeToAsk: (actor: Actor, partner: string, request: Pick<Request, 'state'>): true | Saying =>
    request.state === 'waiting' ? speak(actor, partner) : saying('requests.may.moved'),
  withdraw: (actor: Actor, request: Pick<Request, 'state' | 'sender'>): true | Saying =>
    isRunning(request) ? speak(actor, request.sender) : saying('requests.may.moved'),
  answer: (actor: Actor, request: Pick<Request, 'state' | 'receiver'>): true | Saying =>
    isAnswerable(request) ? speak(actor, request.receiver) : saying('requests.may.moved'),
  /** Whoever holds the link of a mail. */
  answerByLink: (isOpen: boolean): true | Saying => isOpen || saying('requests.may.moved'),
  /** After a yes by link somebody may go on to speak for the organisation. */
  takeUp: (isAgreed: boolean): true | Saying => isAgreed || saying('requests.may.moved'),
  introduce: speak,
  /** Whoever holds the link, or speaks for the side that is asked now. */
  answerIntroduction: (isTheirTurn: boolean): true | Saying => isTheirTurn || saying('requests.may.moved'),
  /** Only who is confirmed in the network vouches, and nobody for itself. */
  vouch: (actor: Actor, voucher: string, organisation: string): true | Saying =>
    !speaksFor(actor, organisation) && 'isAdmitted' in actor && actor.isAdmitted === true
      ? speak(actor, voucher)
      : saying('requests.may.vouch'),
  /** Reminders go out by themselves. */
  goRound: (actor: Actor): true | Saying => actor.kind === 'system' || saying('requests.may.speak'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
