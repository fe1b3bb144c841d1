import { sql } from 'kysely';
import type { Transaction } from './handle.ts';
import type { Tables } from './tables.ts';

/**
 * Lets the planner look at tables again after many rows have come or gone. The embedded database has nobody
 * else to do so, and without it walks through a large table as if it were a small one.
 */
export async function gatherStatistics(tx: Transaction, tables: readonly (keyof Tables & string)[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
}
