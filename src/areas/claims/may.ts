import { isKeeper, type Actor } from '../../plain/actor.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Register } from './projection.ts';

/** Whoever changes the register as a whole, and with what. */
export interface Keeper {
  readonly db: WriteDatabase;
  readonly actor: Actor;
  readonly register: Register;
}

/** Whole revisions are published, given up and taken back by whoever keeps the register, and by the program itself. */
export const may = {
  keepRegister: (actor: Actor): true | Saying => isKeeper(actor) || saying('claims.may.enterFirst'),
};

/** Goes on only if the answer is yes. */
export function demand(answer: true | Saying): void {
  if (answer !== true) throw new NotAllowedError(answer);
}
