import { sql } from 'kysely';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import './tables.ts';

/** Undoes `letIn` as if it had not been: a yes that was a slip of the finger. Whoever has been a partner leaves instead. */
export async function undoLetIn(
  tx: Transaction,
  { cooperation, organisation }: { readonly cooperation: string; readonly organisation: string },
): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .updateTable('cooperation')
      .set({ partners: sql`array_remove(partners, ${organisation}::uuid)` })
      .where('id', '=', cooperation)
      .execute();
    await tx
      .deleteFrom('cooperation_partner')
      .where('cooperation', '=', cooperation)
      .where('organisation', '=', organisation)
      .where('until', 'is', null)
      .execute();
  });
}
