import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';

/** Begins a new turn at an import: whoever had the last one is overtaken. */
export async function beginTurn(tx: Transaction, importId: string, at: Date): Promise<number | null> {
  const row = await tx
    .updateTable('import')
    .set({ turn: sql<number>`turn + 1`, worked_at: at })
    .where('id', '=', importId)
    .returning('turn')
    .executeTakeFirst();
  return row?.turn ?? null;
}

/** Locks the import for the rest of the transaction; false if somebody else has the turn by now. */
export async function keepTurn(tx: Transaction, importId: string, turn: number, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('import')
    .set({ worked_at: at })
    .where('id', '=', importId)
    .where('turn', '=', turn)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether readers still wait for another import to be taken back. Nobody else begins one before this transaction ends. */
export async function isOtherTakenBack(tx: Transaction, importId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('lists.takeBack'))`.execute(tx);
  const row = await tx
    .selectFrom('import')
    .select('id')
    .where('state', '=', 'takingBack')
    .where('cover', 'is', null)
    .where('id', '<>', importId)
    .executeTakeFirst();
  return row !== undefined;
}
