import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillEveryTable } from '../../test/canaries.ts';
import { openTestDatabase } from '../../test/database.ts';
import { STRANGER, system, type Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { APP_ROLE, type Database } from '../platform/database/index.ts';
import { findWallGaps } from './doctor/walls.ts';
import { MIGRATIONS } from './migrations.ts';

let database: Database;
let tables: readonly string[];
const person = { session: 's', account: idFor('me'), organisations: [idFor('house')], isAdmitted: false };

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  tables = [...new Set((await fillEveryTable(database)).map(({ table }) => table))];
}, 120_000);
afterAll(async () => {
  await database.close();
});

async function count(table: string, actor: Actor | null): Promise<number> {
  const ask = (tx: Parameters<Parameters<Database['owner']>[0]>[0]) =>
    sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(tx);
  const { rows } =
    actor === null
      ? await database.owner(async (tx) => {
          await sql`select set_config('role', ${APP_ROLE}, true)`.execute(tx);
          return ask(tx);
        })
      : await database.as(actor).write(ask);
  return rows[0]?.n ?? -1;
}

test('every table whose rows are about somebody is walled in, forced, with a policy for each verb', async () => {
  const { rows } = await database.sql(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public'
     and column_name in ('scope', 'organisation', 'subject', 'account', 'chain') order by 1`,
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ name }) => !tables.includes(String(name)))).toEqual([]);
  expect(await findWallGaps(database)).toEqual([]);
});

test('without an actor not one row of any table is there; the program sees each', async () => {
  const seen: string[] = [];
  for (const table of tables) {
    if ((await count(table, null)) !== 0) seen.push(table);
    expect(`${table} ${await count(table, system('test'))}`).not.toBe(`${table} 0`);
  }
  expect(seen).toEqual([]);
});

test('what one transaction sets is gone in the next, on the same connection and on others', async () => {
  const everyone: readonly Actor[] = [
    system('test'),
    { kind: 'operator', ...person },
    { kind: 'account', ...person },
    STRANGER,
  ];
  const settings = `select current_user as who, coalesce(current_setting('geflecht.actor', true), '') as rank,
    coalesce(current_setting('geflecht.account', true), '') as account,
    coalesce(current_setting('geflecht.organisations', true), '') as organisations,
    coalesce(current_setting('geflecht.opened', true), '') as opened`;
  const owner = (await database.sql('select current_user as who')).rows[0]?.['who'];
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const actor = everyone[n % everyone.length] ?? STRANGER;
      await database.as(actor).read((tx) => tx.selectNoFrom(sql<number>`1`.as('one')).execute());
      const { rows } = await database.sql(settings);
      expect(rows).toEqual([{ who: owner, rank: '', account: '', organisations: '', opened: '' }]);
    }),
  );
});

test('no function of ours runs with the rights of its owner, and every view asks the one who looks', async () => {
  const { rows } = await database.sql(
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  expect(rows).toEqual([]);
  const { rows: views } = await database.sql(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and (c.relkind = 'm'
       or c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=%', false))`,
  );
  expect(views).toEqual([]);
});

test('whoever tries to write a row that is there already learns nothing from the refusal', async () => {
  const told: string[] = [];
  for (const table of tables)
    for (const actor of [STRANGER, { kind: 'account', ...person }, { kind: 'account', ...person, isAdmitted: true }])
      told.push(...(await refusalOf(table, actor as Actor)));
  expect(told).toEqual([]);
});

/** Writes the very row again that is there: the answer has to be that of the wall, not of a unique key. */
async function refusalOf(table: string, actor: Actor): Promise<readonly string[]> {
  const { rows } = await database
    .as(system('test'))
    // Free SQL is for writing transactions only; nothing is written.
    .write((tx) => sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(tx));
  try {
    await database.as(actor).write((tx) =>
      sql`insert into ${sql.table(table)} overriding system value
        select (jsonb_populate_record(null::${sql.table(table)}, ${rows[0]?.row ?? '{}'}::jsonb)).*`.execute(tx),
    );
    return [`${table}: ${actor.kind} may write it`];
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return message.includes('row-level security') ? [] : [`${table}: ${actor.kind} hears "${message}"`];
  }
}
