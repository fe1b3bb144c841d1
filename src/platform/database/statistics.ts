import { sql } from 'kysely';
import type { Transaction } from './handle.ts';
import type { Tables } from './tables.ts';

/**
 * Lets the planner look at tables again after many rows have come or gone. The embedded database has nobody
 * else to do so, and without it walks through a large table as if it were a small one.
 */
export async function gatherStatistics(tx: Transaction, tables: readonly (keyof Tables & string)[]): Promise<void> {
  // Ten times 300 sampled rows instead of a hundred times: rows of lists are wide, and all of the sample
  // lies in the memory of the embedded database, which never gives it back.
  await sql`set local default_statistics_target = 10`.execute(tx);
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
}
