import { sql } from 'kysely';
import type { Reader, Transaction } from '../database/index.ts';
import type { Column } from './lines.ts';

/** Tables of the migrator itself: they are made by taking the same steps again. */
const OF_THE_MIGRATOR = 'kysely_migration%';

/** The tables of the product with the columns that can be written, in the order of their names. */
export async function tablesInside(tx: Reader): Promise<ReadonlyMap<string, readonly Column[]>> {
  const rows = await run<{ name: string; column: string; type: string }>(
    tx,
    sql`select c.relname as name, a.attname as "column", format_type(a.atttypid, a.atttypmod) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like ${OF_THE_MIGRATOR}
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by c.relname, a.attnum`,
  );
  const tables = new Map<string, Column[]>();
  for (const { name, column, type } of rows) tables.set(name, [...(tables.get(name) ?? []), [column, type]]);
  return tables;
}

/** The steps of the tables that have been taken, without their numbers. */
export async function stepsTaken(tx: Reader): Promise<readonly string[]> {
  const rows = await run<{ name: string }>(tx, sql`select name from kysely_migration order by name`);
  return rows.map(({ name }) => name.replace(/^\d+-/, ''));
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Takes the foreign keys away, so that rows can come in any order, and gives back what brings them again. */
export async function loosenKeys(tx: Transaction): Promise<readonly ForeignKey[]> {
  const keys = await run<ForeignKey>(
    tx,
    sql`select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx);
  return keys;
}

/** The database looks at every row again: a key that leads nowhere ends the transaction. */
export async function tightenKeys(tx: Transaction, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
}

/** What the triggers would add stands in the backup already. */
export async function setTriggers(tx: Transaction, tables: readonly string[], to: 'enable' | 'disable'): Promise<void> {
  for (const table of tables) await sql`alter table ${sql.table(table)} ${sql.raw(to)} trigger user`.execute(tx);
}

/** Lets every counter go on behind the highest number that was given. */
export async function setCounters(tx: Transaction): Promise<void> {
  const counters = await run<{ name: string; column: string; sequence: string }>(
    tx,
    sql`select c.relname as name, a.attname as "column",
        pg_get_serial_sequence(format('public.%I', c.relname), a.attname) as sequence
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and pg_get_serial_sequence(format('public.%I', c.relname), a.attname) is not null`,
  );
  for (const { name, column, sequence } of counters)
    await sql`select setval(${sequence}::regclass, coalesce(max(${sql.ref(column)}), 1), count(*) > 0)
      from ${sql.table(name)}`.execute(tx);
}

/** Runs free SQL on a handle of either kind. */
async function run<Row>(tx: Reader, query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reading handle hides free SQL from the types only
  return (await query.execute(tx as Transaction)).rows;
}
