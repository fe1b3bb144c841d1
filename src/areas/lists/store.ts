import { sql, type Selectable } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Saying } from '../../plain/words.ts';
import type { Counts, Import, ImportState, ImportStep, ReadingChoices } from './import.ts';
import type { List, Mapping } from './list.ts';
import type { ImportTable, ListTable } from './tables.ts';

export async function insertList(tx: Transaction, list: List, at: Date): Promise<void> {
  await tx
    .insertInto('list')
    .values({
      id: list.id,
      title: list.title,
      publisher: list.publisher,
      purpose: list.purpose,
      licence: list.licence,
      role: list.role,
      rhythm: list.rhythm,
      takedown_contact: list.takedownContact,
      mapping: list.mapping === null ? null : JSON.stringify(list.mapping),
      made_at: at,
    })
    .execute();
}

export async function updateList(tx: Transaction, list: Omit<List, 'mapping'>): Promise<void> {
  await tx
    .updateTable('list')
    .set({
      title: list.title,
      publisher: list.publisher,
      purpose: list.purpose,
      licence: list.licence,
      role: list.role,
      rhythm: list.rhythm,
      takedown_contact: list.takedownContact,
    })
    .where('id', '=', list.id)
    .execute();
}

export async function rememberMapping(tx: Transaction, list: string, mapping: Mapping): Promise<void> {
  await tx
    .updateTable('list')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', list)
    .execute();
}

export async function findLists(db: Reader): Promise<readonly List[]> {
  return (await db.selectFrom('list').selectAll().orderBy('title').execute()).map(asList);
}

export async function findList(db: Reader, id: string): Promise<List | null> {
  const row = await db.selectFrom('list').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : asList(row);
}

export async function findListTitled(db: Reader, title: string): Promise<List | null> {
  const row = await db
    .selectFrom('list')
    .selectAll()
    .where(sql<boolean>`lower(title) = lower(${title})`)
    .executeTakeFirst();
  return row === undefined ? null : asList(row);
}

function asList(row: Selectable<ListTable>): List {
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    purpose: row.purpose,
    licence: row.licence,
    role: row.role,
    rhythm: row.rhythm,
    takedownContact: row.takedown_contact,
    mapping: row.mapping,
  };
}

export async function insertImport(tx: Transaction, each: Import): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      id: each.id,
      list: each.list,
      state: each.state,
      file_name: each.fileName,
      file: each.file,
      choices: JSON.stringify(each.choices),
      mapping: each.mapping === null ? null : JSON.stringify(each.mapping),
      counts: JSON.stringify(each.counts),
      made_at: each.madeAt,
    })
    .execute();
}

export async function findImport(db: Reader, id: string): Promise<Import | null> {
  const row = await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : asImport(row);
}

/** The imports of a list, newest first. */
export async function findImports(db: Reader, list: string): Promise<readonly Import[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('list', '=', list)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asImport);
}

/** Imports that some step is still to be done for: after a crash they are gone on with. */
export async function findUnfinished(db: Reader): Promise<readonly Import[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where((row) =>
      row.or([
        row('state', 'in', ['comparing', 'taking', 'takingBack']),
        row('asked', 'is not', null),
        row.and([row('state', 'in', ['taken', 'dropped']), row('file', 'is not', null)]),
      ]),
    )
    .orderBy('made_at')
    .execute();
  return rows.map(asImport);
}

/** Files in the data folder that some import still needs. */
export async function findFilesInUse(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('import').select('file').where('file', 'is not', null).execute();
  return new Set(rows.flatMap(({ file }) => (file === null ? [] : [file])));
}

export interface ImportChange {
  readonly state?: ImportState;
  readonly choices?: ReadingChoices;
  readonly mapping?: Mapping;
  readonly counts?: Counts;
  readonly done?: number;
  readonly trouble?: Saying | null;
  readonly asked?: ImportStep | null;
  readonly revision?: number | null;
  readonly cover?: number | null;
  readonly source?: number | null;
  readonly file?: string | null;
  readonly takenAt?: Date | null;
  readonly takenBackAt?: Date;
  readonly basedOn?: number;
}

export async function updateImport(tx: Transaction, id: string, change: ImportChange): Promise<void> {
  const { choices, mapping, counts, trouble, takenAt, takenBackAt, basedOn, ...plain } = change;
  await tx
    .updateTable('import')
    .set({
      ...plain,
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(trouble === undefined ? {} : { trouble: trouble === null ? null : JSON.stringify(trouble) }),
      ...(takenAt === undefined ? {} : { taken_at: takenAt }),
      ...(takenBackAt === undefined ? {} : { taken_back_at: takenBackAt }),
      ...(basedOn === undefined ? {} : { based_on: basedOn }),
    })
    .where('id', '=', id)
    .execute();
}

/** The revision of the last import of a list that is in the register, and what this import was compared with. */
export async function standsOn(
  tx: Reader,
  id: string,
): Promise<{ newest: number; basedOn: number; source: number | null }> {
  const row = await tx
    .selectFrom('import as i')
    .select(['i.based_on as basedOn', 'i.source'])
    .select(
      sql<number>`coalesce((select max(o.revision) from import o
      where o.list = i.list and o.state in ('taken', 'takingBack')), 0)::integer`.as('newest'),
    )
    .where('i.id', '=', id)
    .executeTakeFirst();
  return row ?? { newest: 0, basedOn: 0, source: null };
}

function asImport(row: Selectable<ImportTable>): Import {
  return {
    id: row.id,
    list: row.list,
    state: row.state,
    fileName: row.file_name,
    file: row.file,
    choices: row.choices,
    mapping: row.mapping,
    counts: row.counts,
    done: row.done,
    trouble: row.trouble,
    asked: row.asked,
    workedAt: row.worked_at,
    revision: row.revision,
    cover: row.cover,
    madeAt: row.made_at,
    takenAt: row.taken_at,
    takenBackAt: row.taken_back_at,
  };
}

/** What was asked about (the spelling of a place, the key of a row) → what the list means by it. */
export async function findAnswers(db: Reader, list: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('list_answer').select(['asked', 'meant']).where('list', '=', list).execute();
  return new Map(rows.map((row) => [row.asked, row.meant]));
}

export async function rememberAnswer(tx: Transaction, list: string, asked: string, meant: string): Promise<void> {
  await tx
    .insertInto('list_answer')
    .values({ list, asked, meant })
    .onConflict((conflict) => conflict.columns(['list', 'asked']).doUpdateSet({ meant }))
    .execute();
}

/** Removes a list that nothing stands in the register from, with its imports that were given up or taken back. */
export async function removeList(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('list_answer').where('list', '=', id).execute();
  await tx.deleteFrom('import').where('list', '=', id).where('state', 'in', ['dropped', 'takenBack']).execute();
  await tx.deleteFrom('list').where('id', '=', id).execute();
}
