import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Who writes, in the name of which organisation; the walls decide whether that is a partner. */
export const may = {
  write: (actor: Actor, partner: string): true | Saying => speaksFor(actor, partner) || saying('agreements.may.speak'),
  sign: (actor: Actor, partner: string): true | Saying => speaksFor(actor, partner) || saying('agreements.may.speak'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
