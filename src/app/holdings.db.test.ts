import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../platform/database/index.ts';
import { BESIDE, HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(async () => {
  await database.close();
});

async function columns(): Promise<string[]> {
  const { rows } = await database.sql(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and table_name !~ '^kysely_migration' order by 1`,
  );
  return rows.map(({ name }) => String(name));
}

const declared = () => HOLDINGS.flatMap(({ table, columns: of }) => of.map((column) => `${table}.${column}`));

test('every column of the database is declared, and nothing is declared that is not there', async () => {
  const there = await columns();
  expect(there.length).toBeGreaterThan(100);
  expect(there.filter((name) => !declared().includes(name))).toEqual([]);
  expect(declared().filter((name) => !there.includes(name))).toEqual([]);
});

test('a column that nobody declared is noticed', async () => {
  await database.sql('alter table throttle add column visitor text');
  try {
    expect((await columns()).filter((name) => !declared().includes(name))).toContain('throttle.visitor');
  } finally {
    await database.sql('alter table throttle drop column visitor');
  }
});

test('there is no schema with tables beside ours, the queue and the database itself', async () => {
  const { rows } = await database.sql(
    `select distinct table_schema as name from information_schema.tables
     where table_schema not in ('public', 'jobs', 'pg_catalog', 'information_schema')`,
  );
  expect(rows).toEqual([]);
});

test('whoever knows a column of an account by name reads alone, or with colleagues', () => {
  const wide = HOLDINGS.filter(({ table, readers }) => table === 'account' && readers.includes('everyone'));
  expect(wide).toEqual([]);
  const lasting = BESIDE.filter(({ keep }) => !('days' in keep));
  expect(lasting.map(({ table }) => table)).toEqual(['secret']);
});
