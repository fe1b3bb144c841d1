import type { Reader } from '../../platform/database/index.ts';
import { withHeads } from './named.ts';
import { familiesOf } from './store-family.ts';
import { findClaims, findKinClaims, type StoredClaim } from './store.ts';

/**
 * What was said about some subjects and about those that were forwarded to them, by the subjects asked for. Each claim
 * keeps the subject that it was said about.
 */
export async function findSaid(
  db: Reader,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredClaim[]>> {
  const families = await familiesOf(db, subjects);
  const claims = Map.groupBy(await findClaims(db, families.all), ({ subject }) => families.headOf(subject));
  return new Map(subjects.map((subject) => [subject, claims.get(families.headOf(subject)) ?? []]));
}

/** The same for one subject, for pages: whoever is named in it goes by the one that they count as. */
export async function findSaidOf(db: Reader, subject: string): Promise<readonly StoredClaim[]> {
  return withHeads(db, await findKinClaims(db, subject));
}
