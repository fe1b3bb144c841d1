import type { Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Yes, or the reason why not. */
export type Answer = true | Saying;

/** Keeping lists – making, importing, taking back – is for whoever has entered as operator, and for the program itself. */
export const may = {
  keepLists: (actor: Actor): Answer => actor.kind !== 'stranger' || saying('lists.may.enterFirst'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: Answer): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
