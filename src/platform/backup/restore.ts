import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { migrate, type Database, type Step, type Transaction } from '../database/index.ts';
import { InputError } from '../errors.ts';
import { saying } from '../../plain/words.ts';
import type { Counts } from './dump.ts';
import { damaged, parseLine, rowsAtOnce, type Column, type Header } from './lines.ts';
import { unseal } from './seal.ts';
import { loosenKeys, setCounters, setTriggers, tablesInside, tightenKeys } from './tables-inside.ts';

export interface SealedFile {
  readonly path: string;
  readonly keyFile: string;
}

/**
 * Reads a whole backup without writing anything: whether the key fits, every byte is there, and this program
 * knows its tables. Returns what it says about itself.
 */
export async function verifyBackup({ path, keyFile }: SealedFile, steps: readonly Step[]): Promise<Header & Counts> {
  const hash = createHash('sha256');
  const files = new Set<string>();
  let header: Header | null = null;
  let end: { rows: number; tables: number; files: number; sha256: string } | null = null;
  let rows = 0;
  let tables = 0;
  for await (const text of unseal(path, keyFile)) {
    if (end !== null) throw damaged();
    const line = parseLine(text);
    if ('end' in line) {
      end = line.end;
      continue;
    }
    hash.update(`${text}\n`);
    if ('backup' in line) header = checkSchema(line.backup, steps);
    else if (header === null) throw damaged();
    else if ('row' in line) rows += 1;
    else if ('table' in line) tables += 1;
    else files.add(line.file);
  }
  const isWhole =
    end?.rows === rows && end.tables === tables && end.files === files.size && end.sha256 === hash.digest('hex');
  if (header === null || !isWhole) throw damaged();
  return { ...header, rows, tables, files: files.size };
}

/** The steps that a backup has taken must be the first of ours, by their names. */
function checkSchema(header: Header, steps: readonly Step[]): Header {
  const unknown = header.schema.filter((name, at) => steps[at]?.name !== name);
  if (unknown.length > 0)
    throw new InputError(
      saying('platform.backup.newerSchema', { steps: unknown.join(', '), day: header.madeAt.slice(0, 10) }),
    );
  return header;
}

export interface Filling {
  readonly steps: readonly Step[];
  /** Where the files go. */
  readonly uploads: string;
  /** Tables that come back empty, also from a backup of the days when their rows were not left out yet. */
  readonly leftOut: readonly string[];
}

/**
 * Fills an empty database from a backup that was verified, at the level that the backup has, and then takes the
 * steps that came later. All rows come in one transaction. Returns the later steps. Until `finishFilling` the
 * database is marked: whoever opens it asks `isUnfinished` first.
 */
export async function fill(
  database: Database,
  sealed: SealedFile,
  { schema }: Pick<Header, 'schema'>,
  { steps, uploads, leftOut }: Filling,
): Promise<readonly string[]> {
  await database.exec(`create table ${MARK} ()`);
  await migrate(database, steps.slice(0, schema.length));
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  await database.owner(async (tx) => {
    await sql`select set_config('geflecht.actor', 'system', true), set_config('TimeZone', 'UTC', true)`.execute(tx);
    const inside = await tablesInside(tx);
    const names = [...inside.keys()];
    const keys = await loosenKeys(tx);
    await setTriggers(tx, names, 'disable');
    await sql`truncate ${sql.join(names.map((table) => sql.table(table)))}`.execute(tx);
    await takeIn(tx, sealed, inside, uploads);
    await setCounters(tx);
    await setTriggers(tx, names, 'enable');
    await tightenKeys(tx, keys);
  });
  const later = await migrate(database, steps);
  await database.owner(async (tx) => {
    await sql`select set_config('geflecht.actor', 'system', true)`.execute(tx);
    for (const table of leftOut) await sql`delete from ${sql.table(table)}`.execute(tx);
  });
  return later;
}

/** A table of this name stands in a database that is being filled: what was broken off is never taken for whole. */
const MARK = 'restore_unfinished';

/** Everything is there, and safe to be opened. */
export async function finishFilling(database: Pick<Database, 'exec'>): Promise<void> {
  await database.exec(`drop table ${MARK}`);
}

/** Whether a restore was broken off in this database. */
export async function isUnfinished(database: Pick<Database, 'sql'>): Promise<boolean> {
  return (await database.sql(`select to_regclass('public.${MARK}') as mark`)).rows[0]?.['mark'] !== null;
}

async function takeIn(
  tx: Transaction,
  { path, keyFile }: SealedFile,
  inside: ReadonlyMap<string, readonly Column[]>,
  uploads: string,
): Promise<void> {
  let rows: (readonly (string | null)[])[] = [];
  let most = 0;
  let flush = async (): Promise<void> => undefined;
  for await (const text of unseal(path, keyFile)) {
    const line = parseLine(text);
    if ('row' in line) {
      if (rows.push(line.row) >= most) await flush();
    } else if ('table' in line) {
      await flush();
      const { table, columns } = line;
      if (!inside.has(table)) throw damaged();
      most = rowsAtOnce(columns);
      flush = async () => {
        if (rows.length > 0) await insertRows(tx, table, columns, rows);
        rows = [];
      };
    } else if ('file' in line) {
      await appendFile(join(uploads, basename(line.file)), Buffer.from(line.piece, 'base64'), { mode: 0o600 });
    }
  }
  await flush();
}

async function insertRows(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const cells = sql.join(columns.map(([, type], at) => sql`(r ->> ${sql.lit(at)})::${sql.raw(type)}`));
  await sql`insert into ${sql.table(table)} (${names}) overriding system value
    select ${cells} from json_array_elements(${JSON.stringify(rows)}::json) r`.execute(tx);
}

/** Whether nothing of anybody is in the database. */
export async function isEmpty(database: Pick<Database, 'sql'>): Promise<boolean> {
  const { rows } = await database.sql(
    `select count(*)::integer as count from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
  return rows[0]?.['count'] === 0;
}

/** Takes everything away that a restore has begun in a database that was empty before. */
export async function clear(database: Pick<Database, 'sql' | 'exec'>): Promise<void> {
  const { rows } = await database.sql(
    `select format('drop table if exists public.%I cascade', relname) as statement from pg_class c
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     union all
     select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
       where pronamespace = 'public'::regnamespace
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const { statement } of rows) await database.exec(String(statement));
}
