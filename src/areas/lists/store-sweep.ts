import type { Reader } from '../../platform/database/index.ts';
import './tables.ts';

/** Imports that were begun and left: nothing of them is in the register, and nobody has touched them since. */
export async function findAbandoned(db: Reader, before: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('import')
    .select('id')
    .where('state', 'in', ['read', 'comparing', 'compared'])
    .where((eb) => eb(eb.fn.coalesce('worked_at', 'made_at'), '<', before))
    .orderBy('made_at')
    .execute();
  return rows.map(({ id }) => id);
}
