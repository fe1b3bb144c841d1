import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { HOLDS } from './store-listed.ts';

/** Lists that a subject stood in once and does not stand in any more. */
export async function findGoneFrom(
  db: Reader,
  subject: string,
): Promise<readonly { readonly list: string; readonly title: string; readonly since: Day }[]> {
  const rows = await db
    .selectFrom('list_row')
    .innerJoin('list', 'list.id', 'list_row.list')
    .select(['list.id', 'list.title', 'list_row.gone_on'])
    .where('list_row.subject', '=', subject)
    .where('list_row.gone_on', 'is not', null)
    .where(HOLDS)
    .orderBy('list.title')
    .execute();
  return rows.flatMap(({ id, title, gone_on }) => (gone_on === null ? [] : [{ list: id, title, since: gone_on }]));
}
