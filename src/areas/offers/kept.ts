import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { findKeepersOf, takeTheWord, type Register } from '../claims/index.ts';

export interface SpeakContext extends Context {
  readonly register: Register;
}

/** An offer and the organisation that keeps it. */
export interface Kept {
  readonly organisation: string;
  readonly offer: string;
}

/** Nobody else speaks about the offer until this transaction ends, and the organisation does keep it. */
export async function demandKept(tx: Transaction, { organisation, offer }: Kept): Promise<void> {
  await takeTheWord(tx, offer);
  if (!(await findKeepersOf(tx, offer)).includes(organisation)) throw new NotFoundError();
}
