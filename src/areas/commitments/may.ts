import { speaksFor, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Whoever is responsible says how it stands; the walls decide what there is to be seen. */
export const may = {
  say: (actor: Actor, partner: string): true | Saying => speaksFor(actor, partner) || saying('commitments.may.say'),
  keepCalendar: (actor: Actor, organisation: string): true | Saying =>
    speaksFor(actor, organisation) || saying('commitments.may.say'),
  /** Reminding happens by itself. */
  goRound: (actor: Actor): true | Saying => actor.kind === 'system' || saying('commitments.may.say'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
