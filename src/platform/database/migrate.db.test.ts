import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBareDatabase } from '../../../test/database.ts';
import type { Database } from './index.ts';
import { migrate, type Step } from './migrate.ts';

let database: Database;
beforeEach(async () => {
  database = await openBareDatabase();
});
afterEach(() => database.close());

const step = (name: string): Step => ({
  name,
  up: async (db) => void (await sql`create table ${sql.id(name)} (id integer)`.execute(db)),
});

test('a step is taken once, and one that comes later when it comes', async () => {
  expect(await migrate(database, [step('first'), step('second')])).toEqual(['001-first', '002-second']);
  expect(await migrate(database, [step('first'), step('second')])).toEqual([]);
  expect(await migrate(database, [step('first'), step('second'), step('third')])).toEqual(['003-third']);
});

test('a database of a later version is refused, and so is one with other steps', async () => {
  await migrate(database, [step('first'), step('second')]);
  await expect(migrate(database, [step('first')])).rejects.toThrow('002-second');
  await expect(migrate(database, [step('first'), step('other')])).rejects.toThrow('002-second');
});
