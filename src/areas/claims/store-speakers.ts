import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';

/** How many organisations have spoken for themselves. */
export async function countOwnSpeakers(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('source')
    .select(sql<number>`count(distinct speaker)::integer`.as('count'))
    .where('kind', '=', 'own')
    .executeTakeFirst();
  return row?.count ?? 0;
}
