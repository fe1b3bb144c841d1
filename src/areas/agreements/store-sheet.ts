import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { handOverSealed } from '../../platform/sealed/index.ts';
import type { Day } from '../../plain/time.ts';
import { EMPTY_SHEET, type SheetWords } from './sheet.ts';

export interface Sheet {
  readonly organisation: string;
  readonly words: SheetWords;
  readonly doneOn: Day | null;
  readonly openedOn: Day | null;
}

/** The sheets that the actor may read: its own, and all once they are opened. */
export async function findSheets(db: Reader, cooperation: string): Promise<readonly Sheet[]> {
  return db
    .selectFrom('sheet')
    .select(['organisation', 'words', 'done_on as doneOn', 'opened_on as openedOn'])
    .where('cooperation', '=', cooperation)
    .orderBy('organisation')
    .execute();
}

/** How far the sheets of some cooperations are, without what stands in them. */
export async function findSheetDays(
  db: Reader,
  cooperations: readonly string[],
): Promise<ReadonlyMap<string, readonly Omit<Sheet, 'words'>[]>> {
  const rows = await db
    .selectFrom('sheet')
    .select(['cooperation', 'organisation', 'done_on as doneOn', 'opened_on as openedOn'])
    .where('cooperation', 'in', cooperations)
    .orderBy('organisation')
    .execute();
  return Map.groupBy(rows, ({ cooperation }) => cooperation);
}

/** Two who write or finish at the same moment: the second sees what the first has done. */
export async function lockSheet(tx: Transaction, cooperation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`sheet/${cooperation}`}))`.execute(tx);
}

/** Keeps what one side has written; false when it is done and can no longer be changed. */
export async function keepSheet(
  tx: Transaction,
  {
    cooperation,
    organisation,
    words,
  }: { readonly cooperation: string; readonly organisation: string; readonly words: SheetWords },
): Promise<boolean> {
  const text = JSON.stringify(words);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sheet')
    .values({ cooperation, organisation, words: text, done_on: null, opened_on: null })
    .onConflict((conflict) =>
      conflict.columns(['cooperation', 'organisation']).doUpdateSet({ words: text }).where('sheet.done_on', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Marks a sheet as done, and opens all of them when it was the last. Whether they are open now. */
export async function closeSheet(
  tx: Transaction,
  {
    cooperation,
    organisation,
    partners,
    day,
  }: {
    readonly cooperation: string;
    readonly organisation: string;
    readonly partners: readonly string[];
    readonly day: Day;
  },
): Promise<boolean> {
  return handOverSealed(tx, organisation, { table: 'sheet', by: 'cooperation', id: cooperation, partners, day });
}

export async function findOwnWords(db: Reader, cooperation: string, organisation: string): Promise<SheetWords> {
  const row = await db
    .selectFrom('sheet')
    .select('words')
    .where('cooperation', '=', cooperation)
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  return row?.words ?? EMPTY_SHEET;
}
