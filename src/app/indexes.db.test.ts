import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../platform/database/index.ts';
import { MIGRATIONS } from './migrations.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

/** Nothing is looked for by these, and what they refer to is removed too seldom to pay for an index at every write. */
const SELDOM: ReadonlyMap<string, string> = new Map([
  ['claim(source)', 'a source goes with its list, once, after its claims; millions of claims come with imports'],
]);

test('what refers to something is found by it: every reference has an index, or a reason to have none', async () => {
  // A partial index serves as well when it leaves out nothing but what refers to nothing.
  const { rows } = await database.sql(`
    select format('%s(%s)', conrelid::regclass, attname) as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where contype = 'f' and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', attname)))`);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(SELDOM.keys()));
});
