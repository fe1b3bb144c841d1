import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { HOLDS } from './store-listed.ts';

/** Lists that some entries which count as the same stood in once, and none of them stands in any more. */
export async function findGoneFrom(
  db: Reader,
  family: readonly string[],
): Promise<readonly { readonly list: string; readonly title: string; readonly since: Day }[]> {
  const rows = await db
    .selectFrom('list_row')
    .innerJoin('list', 'list.id', 'list_row.list')
    .select(['list.id', 'list.title', ({ fn }) => fn.max('list_row.gone_on').as('gone_on')])
    .where('list_row.subject', 'in', [...family])
    .where(HOLDS)
    .groupBy(['list.id', 'list.title'])
    .having(sql<boolean>`bool_and(list_row.gone_on is not null)`)
    .orderBy('list.title')
    .execute();
  return rows.flatMap(({ id, title, gone_on }) => (gone_on === null ? [] : [{ list: id, title, since: gone_on }]));
}
