import { asSystem, type Reader } from '../../platform/database/index.ts';
import { findPartners, type PartnerSince } from '../cooperations/index.ts';

/**
 * What only the program may look up or do, because whoever acts stands on one side: the name under which the other
 * asks, where its mail goes, that an agreement names a new partner. Only after the policy of the verb has said yes.
 */
export async function byProgram<Result>(db: Reader, work: () => Promise<Result>): Promise<Result> {
  return asSystem(db, work);
}

export async function findPartnersWhoever(db: Reader, cooperation: string): Promise<readonly PartnerSince[]> {
  return asSystem(db, () => findPartners(db, cooperation));
}
