import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { system } from '../../plain/actor.ts';
import type { Database } from './index.ts';

const ask = (database: Database) => database.as(system('test')).read((db) => db.selectNoFrom(sql`1`.as('n')).execute());

test('what was begun before the end is brought to its end, and whoever comes later is refused at once', async () => {
  const database = await openTestDatabase([]);
  let hasEnded = false;
  const before = database.as(system('test')).write(async () => {
    await wait(100);
    hasEnded = true;
  });
  const closed = database.close().then(() => hasEnded);
  const during = Promise.allSettled([ask(database), database.sql('select 1'), database.owner(() => wait(1))]);
  await before;
  expect(await closed).toBe(true);
  expect((await during).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  // Neither hangs nor is a rejection left that nobody hears, which would end the process.
  await expect(ask(database)).rejects.toMatchObject({ name: 'UnavailableError' });
  await expect(database.sql('select 1')).rejects.toThrow('the database is closed');
  await database.close();
});
