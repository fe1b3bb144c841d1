import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

export const may = {
  /** Whoever speaks for an organisation begins something in its name. */
  begin: (actor: Actor, organisation: string): true | Saying =>
    speaksFor(actor, organisation) || saying('cooperations.may.speak'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
