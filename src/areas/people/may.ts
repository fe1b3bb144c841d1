import { accountOf, type Actor } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { roleMay } from './role-may.ts';

/** Yes, or the reason why not. */
export type Answer = true | Saying;

export const may = {
  ...roleMay,
  /** Everyone may try. */
  signIn: (_actor: Actor): Answer => true,
  /** An account is kept by whoever it belongs to, and by nobody else. */
  keepAccount: (actor: Actor, account: string): Answer =>
    accountOf(actor) === account || saying('people.may.signInFirst'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: Answer): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
