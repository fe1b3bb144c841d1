import { sql } from 'kysely';
import type { WriteDatabase } from '../src/platform/context.ts';

/** Everything that a list brings into the register. */
const TABLES = [
  'subject',
  'claim',
  'source',
  'revision',
  'organisation',
  'offer',
  'finding_entry',
  'list_row',
] as const;

/** How many rows of each table an actor sees, and a checksum over every byte of them. */
export async function registerSums(db: WriteDatabase): Promise<Readonly<Record<string, string>>> {
  // Free SQL is for writing transactions only; nothing is written.
  return db.write(async (tx) => {
    const sums: Record<string, string> = {};
    for (const table of TABLES) {
      const { rows } = await sql<{ sum: string }>`
        select count(*) || ':' || coalesce(md5(string_agg(t::text, ';' order by t::text)), '') as sum from ${sql.table(table)} t
      `.execute(tx);
      sums[table] = rows[0]?.sum ?? '';
    }
    return sums;
  });
}
