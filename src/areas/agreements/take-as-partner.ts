import type { Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { takeAgreement, type Standing } from './store.ts';
import { partnersOf } from './text.ts';

/** Takes an agreement in the name of one of the partners in its text; nobody else finds it. */
export async function takeAsPartner(tx: Transaction, agreement: string, partner: string): Promise<Standing> {
  const standing = await takeAgreement(tx, agreement);
  if (!partnersOf(standing.version.text).includes(partner)) throw new NotFoundError();
  return standing;
}
