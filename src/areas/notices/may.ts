import { isKeeper, type Actor } from '../../plain/actor.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts';

/** Notices are for whoever keeps the register; mails are handed over by the operator alone. */
export const may = {
  raise: (actor: Actor): true | Saying => actor.kind === 'system' || saying('notices.may.keepers'),
  settle: (actor: Actor): true | Saying => isKeeper(actor) || saying('notices.may.keepers'),
  handOver: (actor: Actor): true | Saying => actor.kind === 'operator' || saying('notices.may.operator'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}

/** For everyone else the page is not there. */
export function only(answer: true | Saying): void {
  if (answer !== true) throw new NotFoundError();
}
