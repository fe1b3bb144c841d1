import { isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isOpen, undoUntil, type Ask } from './confirmation-ask.ts';

/** Asking is for whoever keeps the register; answering for whoever holds a link or a code, without an account. */
export const may = {
  ask: (actor: Actor): true | Saying => isKeeper(actor) || saying('freshness.may.enterFirst'),
  /** Rounds of asking and of letting go happen by themselves. */
  goRound: (actor: Actor): true | Saying => actor.kind === 'system' || saying('freshness.may.enterFirst'),
  answer: (ask: Ask): true | Saying => isOpen(ask) || saying('freshness.answer.already'),
  undo: (ask: Ask, now: Date): true | Saying => undoUntil(ask, now) !== null || saying('freshness.answer.tooLate'),
  /** Whoever has answered, and does not want to stay unseen, may go on to speak for the organisation. */
  takeUp: (ask: Ask): true | Saying =>
    (ask.state === 'answered' && ask.answer !== 'withdrawn') || saying('freshness.answer.first'),
  /** Whether it is shown at all an organisation decides for itself once it has a voice. */
  decideShowing: (actor: Actor, organisation: string): true | Saying =>
    speaksFor(actor, organisation) || saying('freshness.may.ownVoice'),
  /** Whoever has the link of the mail says that it was somebody else who took up the voice. */
  dispute: (isTheirLink: boolean): true | Saying => isTheirLink || saying('freshness.answer.already'),
  /** Everyone may type a code; guessing is slowed down. */
  enterCode: (_actor: Actor): true => true,
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}

/** The pages of asking are not there for strangers. */
export function keepersOnly(actor: Actor): void {
  if (may.ask(actor) !== true) throw new NotFoundError();
}
