import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import { NAMING } from './visible.ts';

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
