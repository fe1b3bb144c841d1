import type { Transaction } from '../../platform/database/index.ts';

/** Where a subject leads from now on; null: nowhere. */
export async function setForwarded(tx: Transaction, from: string, into: string | null): Promise<void> {
  await tx.updateTable('subject').set({ forwarded_to: into }).where('id', '=', from).execute();
}
