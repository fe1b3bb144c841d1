import type { Transaction } from '../../platform/database/index.ts';
import './tables.ts';

/** An address that was ended after a backup must not open anything again with it: all are made anew. For the program. */
export async function endAllCalendars(tx: Transaction): Promise<void> {
  await tx.deleteFrom('calendar_feed').execute();
}
