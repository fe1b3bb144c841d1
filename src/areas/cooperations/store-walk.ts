import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import './tables.ts';

/** The ids of the next cooperations that the reader may see, in their order; fewer than `most` are the last. */
export async function walkCooperations(db: Reader, after: string | null, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cooperation')
    .select('id')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** The ids of the cooperations in which an organisation is today, as far as the reader may see them. */
export async function findCooperationsOf(db: Reader, organisation: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cooperation')
    .select('id')
    .where(sql<boolean>`partners @> array[${organisation}::uuid]`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
