import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import { familiesOf, type Families } from './store-family.ts';
import { uuids } from './store-projection.ts';
import { holdVeils } from './store-protected.ts';

/**
 * Until this transaction ends nobody else writes about some subjects or about who counts as the same. Before anything
 * is read or written about them, and as the program: always in the order of ids, so that of two who speak about the
 * same family, each about another member, one waits for the other and never both.
 */
export async function holdFamilies(tx: Transaction, subjects: readonly string[]): Promise<Families> {
  await holdVeils(tx);
  const families = await familiesOf(tx, subjects);
  await sql`select from subject where id = any(${uuids(families.all)}) order by id for no key update`.execute(tx);
  return families;
}
