import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

export const may = {
  /** An offer is told by the organisation that keeps it, by id: a name can be taken by anybody. */
  speak: (actor: Actor, organisation: string): true | Saying =>
    speaksFor(actor, organisation) || saying('offers.may.speak'),
  /** Whoever keeps the register corrects in a role, behind the word of the organisation that keeps the offer. */
  correct: (actor: Actor): true | Saying =>
    actor.kind === 'coordination' || actor.kind === 'operator' || saying('offers.may.correct'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
