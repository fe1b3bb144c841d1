import { isKeeper, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** Yes, or the reason why not. */
export type Answer = true | Saying;

/** Keeping lists – making, importing, taking back – is for the coordination, the operator and the program itself. */
export const may = {
  keepLists: (actor: Actor): Answer => isKeeper(actor) || saying('lists.may.enterFirst'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: Answer): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
