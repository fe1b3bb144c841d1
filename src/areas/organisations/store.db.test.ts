import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { newId } from '../../plain/ids.ts';
import type { Database } from '../../platform/database/index.ts';
import { findNamesakes } from './store.ts';

const MANY = newId(new Date(0));
const HIDDEN = newId(new Date(1));
const KEYS = ['eins', 'zwei "drei"', "d'rei", 'vier, vier', '{fünf}', 'sechs\\', 'sieben'];
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const add = (subject: string, scope: string, keys: readonly string[]) =>
    database.as(system('test')).write((tx) =>
      sql`insert into organisation (subject, scope, since, facts, name_keys, said_on)
        select ${subject}, ${scope}, 0, '{}', array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)),
          '2026-11-21'`.execute(tx),
    );
  await add(MANY, 'public', KEYS);
  await add(HIDDEN, 'own', ['eins', 'geheim']);
});
afterAll(() => database.close());

const found = async (keys: readonly string[]) =>
  (await database.as(STRANGER).read((db) => findNamesakes(db, keys))).map(({ subject }) => subject);

test('an organisation is found by each of its names, however many it has', async () => {
  for (const key of KEYS) expect(await found([key]), key).toEqual([MANY]);
  expect(await found(['niemand', 'sieben'])).toEqual([MANY]);
});

test('a name that nobody has, or nobody may know, finds nothing', async () => {
  expect(await found(['acht'])).toEqual([]);
  expect(await found(['geheim'])).toEqual([]);
});
