import { NotFoundError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import { findPartners } from '../cooperations/index.ts';

/** One partner beside the others: the cooperation, and in whose name somebody is in it. */
export interface Side {
  readonly cooperation: string;
  readonly organisation: string;
}

/** The partners of today, if this side is one of them; otherwise there is nothing here. */
export async function partnersWith(db: Reader, { cooperation, organisation }: Side): Promise<readonly string[]> {
  const partners = (await findPartners(db, cooperation)).map((one) => one.organisation);
  if (!partners.includes(organisation)) throw new NotFoundError();
  return partners;
}
