import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Saying } from '../../plain/words.ts';
import type { Change, Outcome, RowFact } from './import.ts';
import type { PlaceAsked, Question } from './tables.ts';

/** A row of a file after comparing it with what the list said before. */
export interface ComparedRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly key: string | null;
  readonly name: string;
  readonly subject: string | null;
  readonly fingerprint: string | null;
  /** What is to be said: everything for a new row, the differences for a changed one. */
  readonly facts: readonly RowFact[];
  readonly changes: readonly Change[];
  readonly ends: readonly number[];
  readonly notes: readonly Saying[];
  readonly question: Question | null;
  readonly checkedOn: Day | null;
}

export async function insertComparedRows(
  tx: Transaction,
  importId: string,
  rows: readonly ComparedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const plain = rows.map(({ checkedOn, ...row }) => ({ ...row, checked_on: checkedOn }));
  await sql`
    insert into import_row (import, row, outcome, key, name, subject, fingerprint, facts, changes, ends, notes, question, checked_on)
    select ${importId}::uuid, r.row, r.outcome, r.key, r.name, r.subject, r.fingerprint, r.facts, r.changes, r.ends, r.notes,
      r.question, r.checked_on
    from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as r(row integer, outcome text, key text, name text, subject uuid,
      fingerprint text, facts jsonb, changes jsonb, ends bigint[], notes jsonb, question jsonb, checked_on date)
  `.execute(tx);
}

export async function removeComparedRows(tx: Transaction, importId: string): Promise<void> {
  await tx.deleteFrom('import_row').where('import', '=', importId).execute();
}

/** Compared rows in the order of the file, after one; of some outcomes only if asked. */
export async function findComparedRows(
  db: Reader,
  importId: string,
  { after, limit, outcomes }: { after: number; limit: number; outcomes?: readonly Outcome[] },
): Promise<readonly ComparedRow[]> {
  let query = db
    .selectFrom('import_row')
    .select([
      'row',
      'outcome',
      'key',
      'name',
      'subject',
      'fingerprint',
      'facts',
      'changes',
      'ends',
      'notes',
      'question',
      'checked_on as checkedOn',
    ])
    .where('import', '=', importId)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit);
  if (outcomes !== undefined) query = query.where('outcome', 'in', [...outcomes]);
  return query.execute();
}

/** What taking over needs of a compared row. */
export type TakenRow = Pick<
  ComparedRow,
  'row' | 'outcome' | 'key' | 'subject' | 'fingerprint' | 'facts' | 'ends' | 'checkedOn'
>;

/** The rows to take over in the order of the file, after one: those that bring something, and nothing that only pages show. */
export async function findRowsToTake(
  db: Reader,
  importId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly TakenRow[]> {
  return db
    .selectFrom('import_row')
    .select(['row', 'outcome', 'key', 'subject', 'fingerprint', 'facts', 'ends', 'checked_on as checkedOn'])
    .where('import', '=', importId)
    .where('row', '>', after)
    .where('outcome', 'in', ['new', 'changed'])
    .orderBy('row')
    .limit(limit)
    .execute();
}

/** The places that have to be asked about, each with how many rows it concerns. */
export async function findQuestions(
  db: Reader,
  importId: string,
): Promise<readonly (PlaceAsked & { readonly rows: number })[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['question', sql<number>`count(*)::integer`.as('rows')])
    .where('import', '=', importId)
    .where('question', 'is not', null)
    .groupBy('question')
    .orderBy('rows', 'desc')
    .orderBy(sql`question->>'place'`)
    .execute();
  return rows.flatMap(({ question, rows: count }) =>
    question === null || !('place' in question) ? [] : [{ ...question, rows: count }],
  );
}

/** What the list remembers of a row. */
export interface ListRow {
  readonly key: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly goneOn: Day | null;
}

/** What the list remembers now of some keys. */
export async function findListRows(
  db: Reader,
  list: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ListRow>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('list_row')
    .select(['key', 'subject', 'fingerprint', 'gone_on as goneOn'])
    .where('list', '=', list)
    .where('until', 'is', null)
    .where('key', 'in', [...keys])
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

function vanished(db: Reader, list: string, importId: string) {
  return db
    .selectFrom('list_row as l')
    .where('l.list', '=', list)
    .where('l.until', 'is', null)
    .where('l.gone_on', 'is', null)
    .where(sql<boolean>`not exists (select from import_row r where r.import = ${importId} and r.key = l.key)`);
}

/** How many rows the list still has that a compared file does not. */
export async function countVanished(db: Reader, list: string, importId: string): Promise<number> {
  const row = await vanished(db, list, importId)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** The rows that vanished, as pages show them. */
export async function findVanished(
  db: Reader,
  list: string,
  importId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly ListRow[]> {
  return vanished(db, list, importId)
    .select(['l.key', 'l.subject', 'l.fingerprint', 'l.gone_on as goneOn'])
    .where('l.key', '>', after)
    .orderBy('l.key')
    .limit(limit)
    .execute();
}

type Remembered = Pick<ListRow, 'key' | 'subject' | 'fingerprint'>;

/** Replaces what the list remembers of some rows, with a revision. */
export async function remember(
  tx: Transaction,
  list: string,
  revision: number,
  rows: readonly Remembered[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update list_row l set until = ${revision} from jsonb_to_recordset(${asText(rows)}::jsonb) as r(key text)
    where l.list = ${list}::uuid and l.key = r.key and l.until is null and l.since <> ${revision}
  `.execute(tx);
  await rememberNew(tx, list, revision, rows);
}

/** Remembers rows that the list did not have. */
export async function rememberNew(
  tx: Transaction,
  list: string,
  revision: number,
  rows: readonly Remembered[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into list_row (list, key, subject, fingerprint, since)
    select ${list}::uuid, key, subject, fingerprint, ${revision}
    from jsonb_to_recordset(${asText(rows)}::jsonb) as r(key text, subject uuid, fingerprint text)
  `.execute(tx);
}

function asText(rows: readonly Remembered[]): string {
  return JSON.stringify(rows.map(({ key, subject, fingerprint }) => ({ key, subject, fingerprint })));
}

/** Marks rows that the file no longer has: "no longer in the list since …". Nothing is deleted. */
export async function markGone(
  tx: Transaction,
  list: string,
  importId: string,
  revision: number,
  day: Day,
): Promise<void> {
  // "except" compares two sets whatever the planner expects of their sizes; "not exists" can become a loop in a loop.
  await sql`
    with gone as materialized (
      select key from list_row
      where list = ${list}::uuid and until is null and gone_on is null and since <> ${revision}
      except select key from import_row where import = ${importId}::uuid
    ), ended as (
      update list_row l set until = ${revision} from gone
      where l.list = ${list}::uuid and l.key = gone.key and l.until is null and l.since <> ${revision}
      returning l.key, l.subject, l.fingerprint
    )
    insert into list_row (list, key, subject, fingerprint, gone_on, since)
    select ${list}::uuid, key, subject, fingerprint, ${day}::date, ${revision} from ended
  `.execute(tx);
}

/** Forgets what a list remembers from a revision and revives what it had replaced. */
export async function forgetRevision(tx: Transaction, list: string, revision: number): Promise<void> {
  await sql`delete from list_row where list = ${list} and since = ${revision}`.execute(tx);
  await sql`update list_row set until = null where list = ${list} and until = ${revision}`.execute(tx);
}

/** After taking over: what has become claims need not be kept twice. */
export async function dropTakenRows(tx: Transaction, importId: string): Promise<void> {
  await tx
    .deleteFrom('import_row')
    .where('import', '=', importId)
    .where('outcome', 'in', ['new', 'unchanged'])
    .execute();
}
