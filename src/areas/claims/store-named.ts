import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { uuids } from './store-projection.ts';
import { NAMING } from './visible.ts';

/** Those of some subjects that nobody may be led to: protected, or not to be shown. */
export async function findHidden(db: Reader, among: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('id', '=', sql<string>`any(${uuids([...new Set(among)])})`)
    .where((eb) => eb.or([eb('protected_at', 'is not', null), eb('withdrawn_at', 'is not', null)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Networks that ever named one of some subjects as a member. */
export async function findNaming(tx: Transaction, subjects: readonly string[]): Promise<readonly string[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ subject: string }>`
    select distinct c.subject from subject s join claim c on c.subject = s.id
    where s.kind = 'network' and c.field = any(array(select jsonb_array_elements_text(${JSON.stringify(NAMING)}::jsonb)))
      and c.value ?| array(select jsonb_array_elements_text(${JSON.stringify(subjects)}::jsonb))
    order by c.subject`.execute(tx);
  return rows.map(({ subject }) => subject);
}
