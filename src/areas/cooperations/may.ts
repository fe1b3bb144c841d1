import { rankOf, speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

const speaks = (actor: Actor, organisation: string): true | Saying =>
  speaksFor(actor, organisation) || saying('cooperations.may.speak');

export const may = {
  /** Whoever speaks for an organisation begins something in its name. */
  begin: speaks,
  /** The same for what it plans, and what it says about the concept and the name. */
  plan: speaks,
  /** The network reads it, so only its confirmed members write it. */
  publishSearch: (actor: Actor, organisation: string): true | Saying => {
    if (!speaksFor(actor, organisation)) return saying('cooperations.may.speak');
    return rankOf(actor) !== 'account' || saying('cooperations.may.confirmed');
  },
  endSearch: speaks,
  /** Whoever speaks for several chooses one of them to be here for. */
  actFor: speaks,
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
