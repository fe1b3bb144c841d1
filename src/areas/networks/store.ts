import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import { findShown, type Facts, type ShownRow } from '../claims/index.ts';

/** Networks among some subjects: one row for each scope that the reader may see. */
export async function findShownNetworks(db: Reader, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  return findShown(db, 'network', subjects);
}

export async function countNetworks(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('network')
    .select(sql<number>`count(distinct subject)::integer`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** A page of the networks in the order of their names. */
export async function findNetworkPage(db: Reader, page: number, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('network')
    .select('subject')
    .groupBy('subject')
    .orderBy(sql`min(name_key) nulls last`)
    .orderBy('subject')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** The networks that say to everyone that an organisation belongs to them. */
export async function findNetworksOf(
  db: Reader,
  member: string,
): Promise<readonly { readonly subject: string; readonly facts: Facts }[]> {
  return db
    .selectFrom('network')
    .select(['subject', 'facts'])
    .where(sql<boolean>`members @> array[${member}::uuid]`)
    .where('scope', '=', 'public')
    .orderBy('name_key')
    .orderBy('subject')
    .execute();
}
