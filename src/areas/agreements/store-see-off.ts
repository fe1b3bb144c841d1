import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';

/** The agreement of a cooperation, held until this transaction ends; null while there is none. */
export async function takeAgreementOf(tx: Transaction, cooperation: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`select id from agreement where cooperation = ${cooperation} for update`.execute(tx);
  return rows[0]?.id ?? null;
}
