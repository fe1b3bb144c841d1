import { idFor } from '../src/plain/ids.ts';
import type { Database } from '../src/platform/database/index.ts';

/** `table.column` → SQL text of a value, where a made-up one would not do. */
export type Chosen = Readonly<Record<string, string>>;

export interface Canary {
  readonly table: string;
  readonly column: string;
  /** What stands there and nowhere else; null where the type holds too little to be unique. */
  readonly mark: string | null;
}

/**
 * Puts one row into every table, with a mark of its own in every column that can hold one. Checks, foreign keys
 * and gates are taken away first: this is about who reads a row, not about whether it makes sense. Walls and unique keys stay.
 */
export async function fillEveryTable(
  database: Database,
  chosen: Chosen = {},
  only: readonly string[] | null = null,
): Promise<readonly Canary[]> {
  const { rows: constraints } = await database.sql(
    `select c.conrelid::regclass::text as name, c.conname as constraint from pg_constraint c
     join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = 'public' and c.contype in ('c', 'f')`,
  );
  for (const { name, constraint } of constraints)
    await database.sql(`alter table ${String(name)} drop constraint "${String(constraint)}"`);
  const { rows } = await database.sql(
    `select c.table_name as table, c.column_name as column, c.udt_name as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name !~ '^kysely_migration'
     order by c.table_name, c.ordinal_position`,
  );
  const columns = rows.map(({ table, column, type }) => ({
    table: String(table),
    column: String(column),
    type: String(type),
  }));
  for (const table of new Set(columns.map((each) => each.table)))
    await database.sql(`alter table "${table}" disable trigger user`);
  const canaries: Canary[] = [];
  for (const [table, of] of Map.groupBy(columns, (each) => each.table)) {
    if (only !== null && !only.includes(table)) continue;
    const values = of.map(({ column, type }) => {
      const own = chosen[`${table}.${column}`];
      const { sql, mark } = own === undefined ? made(`${table}-${column}`, type) : { sql: own, mark: null };
      canaries.push({ table, column, mark });
      return sql;
    });
    const names = of.map(({ column }) => `"${column}"`).join(', ');
    await database.exec(
      `begin; select set_config('geflecht.actor', 'system', true);
       insert into "${table}" (${names}) overriding system value values (${values.join(', ')}) on conflict do nothing; commit;`,
    );
  }
  return canaries;
}

/** A value of a type that tells where it stands. */
function made(where: string, type: string): { readonly sql: string; readonly mark: string | null } {
  const mark = `canary-${where}`.replaceAll('_', '-');
  if (type === 'text') return { sql: `'${mark}'`, mark };
  if (type === 'jsonb') return { sql: `'{"${mark}": "${mark}"}'`, mark };
  if (type === '_text') return { sql: `array['${mark}']`, mark };
  if (type === 'uuid') return { sql: `'${idFor(mark)}'`, mark: idFor(mark) };
  if (type === '_uuid') return { sql: `array['${idFor(mark)}'::uuid]`, mark: idFor(mark) };
  if (type === 'bool') return { sql: 'true', mark: null };
  if (type === 'date') return { sql: `'2025-03-01'`, mark: null };
  if (type === 'timestamptz') return { sql: `'2025-03-04T05:06:07Z'`, mark: null };
  if (type === 'bytea') return { sql: `'${mark}'::bytea`, mark };
  if (/^_(int|float|numeric)/.test(type)) return { sql: `'{1}'`, mark: null };
  if (/^(int|float|numeric)/.test(type)) return { sql: '0', mark: null };
  throw new Error(`no made-up value for the type ${type} of ${where}`);
}
