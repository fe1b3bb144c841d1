import { isKeeper, speaksFor, type Actor } from '../../plain/actor.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts';

/** Notices are for whoever keeps the register; mails are handed over by the operator alone. */
export const may = {
  raise: (actor: Actor): true | Saying => actor.kind === 'system' || saying('notices.may.keepers'),
  read: (actor: Actor): true | Saying => isKeeper(actor) || saying('notices.may.keepers'),
  /** Those of the network its keepers, those of an organisation only whoever speaks for it. */
  settle: (actor: Actor, organisation: string | null): true | Saying =>
    (organisation === null ? isKeeper(actor) : speaksFor(actor, organisation)) || saying('notices.may.keepers'),
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
