import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Saying } from '../../plain/words.ts';
import type { ComparedRow } from './store-rows.ts';
import type { RowAsked } from './tables.ts';

/** The rows that may be others by a new name, in the order of the file. */
export async function findRenamedAsked(
  db: Reader,
  importId: string,
  limit: number,
): Promise<readonly (RowAsked & { readonly name: string })[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['name', 'question'])
    .where('import', '=', importId)
    .where('outcome', '=', 'unclear')
    .where(sql<boolean>`question->>'was' is not null`)
    .orderBy('row')
    .limit(limit)
    .execute();
  return rows.flatMap(({ name, question }) =>
    question === null || !('was' in question) ? [] : [{ ...question, name }],
  );
}

/** New rows that a list without a key of its own knows by what they say, each under a key that none shares. */
export async function findFreshRows(
  db: Reader,
  importId: string,
  limit: number,
): Promise<readonly (Pick<ComparedRow, 'row' | 'facts'> & { readonly key: string })[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['row', 'key', 'facts'])
    .where('import', '=', importId)
    .where('outcome', '=', 'new')
    .where('key', 'not like', '%#%')
    .orderBy('row')
    .limit(limit)
    .execute();
  return rows.flatMap(({ key, ...row }) => (key === null ? [] : [{ ...row, key }]));
}

/** A new row waits for an answer, in the place of the row that it may have been. */
export async function makeUnclear(
  tx: Transaction,
  importId: string,
  row: number,
  { question, notes, ...rest }: { key: string; subject: string; question: RowAsked; notes: readonly Saying[] },
): Promise<void> {
  await tx
    .updateTable('import_row')
    .set({ ...rest, outcome: 'unclear', question: JSON.stringify(question), notes: JSON.stringify(notes) })
    .where('import', '=', importId)
    .where('row', '=', row)
    .execute();
}
