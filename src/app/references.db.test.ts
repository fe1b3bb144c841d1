import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { findUndeclared } from '../areas/duplicates/index.ts';
import { system } from '../plain/actor.ts';
import type { Database } from '../platform/database/index.ts';
import { HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';
import { REFERENCES } from './references.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

const undeclared = () => database.as(system('test')).read((db) => findUndeclared(db, REFERENCES));

test('of every column by which the database knows a subject somebody has said what a merge does to it', async () => {
  expect(await undeclared()).toEqual([]);
});

test('a new column that names a subject is noticed', async () => {
  await database.exec('create table lantern (id integer, keeper uuid references subject)');
  expect(await undeclared()).toEqual(['lantern.keeper']);
  await database.exec('drop table lantern');
});

test('what leads to an organisation without the database knowing is declared too', () => {
  const declared = new Set<string>(REFERENCES.map(({ name }) => name));
  const leading = HOLDINGS.filter(({ leadsTo }) => leadsTo === 'organisation').flatMap(({ table, columns }) =>
    columns.map((column) => `${table}.${column}`),
  );
  expect(leading.filter((name) => !declared.has(name))).toEqual([]);
});

test('nothing is declared that is not there', async () => {
  const { rows } = await database.sql(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Set(rows.map(({ name }) => String(name)));
  expect(REFERENCES.map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
});
