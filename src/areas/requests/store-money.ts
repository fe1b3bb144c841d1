import type { Reader } from '../../platform/database/index.ts';
import './tables.ts';

/** The amount in cents that a cooperation was asked with, the newest first; null where none was, or for whoever is in none. */
export async function findMoneyOffered(db: Reader, cooperation: string): Promise<number | null> {
  const rows = await db
    .selectFrom('request_words as w')
    .innerJoin('request as r', 'r.id', 'w.request')
    .select('w.words')
    .where('r.cooperation', '=', cooperation)
    .orderBy('r.id', 'desc')
    .execute();
  return rows.map(({ words }) => words.cents).find((cents) => cents !== null) ?? null;
}
