import { isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Yes, or the reason why not. */
export type Answer = true | Saying;

export const may = {
  /** Nobody speaks for an organisation but itself: not the coordination, not the operator. */
  speak: (actor: Actor, organisation: string): Answer =>
    speaksFor(actor, organisation) || saying('organisations.may.speak'),
  /** Whoever keeps the register corrects in a role, beside the organisation's own word and never over it. */
  correct: (actor: Actor): Answer =>
    actor.kind === 'coordination' || actor.kind === 'operator' || saying('organisations.may.correct'),
  /** Whoever has the link from the function mailbox takes up a voice that nobody holds; never the network, which sends such links. */
  takeUp: (actor: Actor, state: { readonly isValid: boolean; readonly isHeld: boolean }): Answer => {
    if (!state.isValid) return saying('organisations.takeUp.spent');
    if (state.isHeld) return saying('organisations.takeUp.held');
    return !isKeeper(actor) || saying('organisations.takeUp.notForNetwork');
  },
  /** Where somebody speaks already, whoever has such a link may ask the network to look after the voice. */
  askForVoice: (_actor: Actor, state: { readonly isValid: boolean; readonly isHeld: boolean }): Answer =>
    (state.isValid && state.isHeld) || saying('organisations.takeUp.spent'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: Answer): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
