import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { holdVeils } from './store-protected.ts';
import { findSubject } from './store-family.ts';

/** Until this transaction ends a subject counts as itself. 404 where it is not there, or counts as another already. */
export async function holdAsItself(tx: Transaction, subject: string): Promise<void> {
  await holdVeils(tx);
  const found = await asSystem(tx, () => findSubject(tx, subject));
  if (found === null || found.forwardedTo !== null) throw new NotFoundError();
}
