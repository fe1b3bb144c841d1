import type { Transaction } from '../../platform/database/index.ts';
import './tables.ts';

/**
 * After an older state has come back: no link and no code of before opens anything, and whoever was being asked can be
 * asked anew. Says how many asks were open. Only as the program itself.
 */
export async function endAsks(tx: Transaction): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('confirmation_ask')
    .set({ state: 'closed' })
    .where('state', '=', 'open')
    .executeTakeFirst();
  await tx
    .updateTable('confirmation_ask')
    .set({ token_hashes: [], code_hash: null, take_up_hash: null, not_us_hash: null })
    .execute();
  return Number(numUpdatedRows);
}
