import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../platform/database/index.ts';
import { MIGRATIONS } from './migrations.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

test('whatever stands in a cooperation is found by it: every reference to one has an index', async () => {
  const { rows } = await database.sql(`
    select conrelid::regclass::text as name from pg_constraint c
    where contype = 'f' and confrelid = 'cooperation'::regclass and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indkey[0] = c.conkey[1])`);
  expect(rows.map(({ name }) => name)).toEqual([]);
});
