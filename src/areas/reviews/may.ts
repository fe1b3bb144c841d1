import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Who looks back, ends and goes, in the name of which organisation; the walls decide whether that is a partner. */
export const may = {
  speak: (actor: Actor, organisation: string): true | Saying =>
    speaksFor(actor, organisation) || saying('reviews.may.speak'),
  goRound: (actor: Actor): true | Saying => actor.kind === 'system' || saying('reviews.may.speak'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
