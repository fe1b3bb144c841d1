import type { Transaction } from '../../platform/database/index.ts';
import { addDays, type Day } from '../../plain/time.ts';
import { KEPT_DAYS } from './conversation.ts';
import './tables.ts';

/** Answers, codes and links of conversations that ended long enough ago; results stay. As the program. */
export async function sweepBallots(tx: Transaction, today: Day): Promise<number> {
  let removed = 0;
  for (const table of ['ballot', 'paper_code', 'conversation_door'] as const) {
    const { numDeletedRows } = await tx
      .deleteFrom(table)
      .where('conversation', 'in', (eb) =>
        eb.selectFrom('conversation').select('id').where('ends_on', '<', addDays(today, -KEPT_DAYS)),
      )
      .executeTakeFirst();
    removed += Number(numDeletedRows);
  }
  return removed;
}
