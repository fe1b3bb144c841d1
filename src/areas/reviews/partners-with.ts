import { NotFoundError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import { findPartners } from '../cooperations/index.ts';
import type { Side } from './store-closing.ts';

/** The partners of today, if this organisation is one of them; otherwise there is nothing here. */
export async function partnersWith(db: Reader, { cooperation, organisation }: Side): Promise<readonly string[]> {
  const partners = (await findPartners(db, cooperation)).map((one) => one.organisation);
  if (!partners.includes(organisation)) throw new NotFoundError();
  return partners;
}
