import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import type { Database } from './index.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase([]);
});
afterAll(() => database.close());
beforeEach(() => database.exec('drop table if exists thing; create table thing (n integer primary key, word text)'));

const owner = <Row>(text: string) => database.owner((tx) => sql.raw<Row>(text).execute(tx));

test('the same statement asked again gives what is there now', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
    await database.owner((tx) => sql`insert into thing values (${n}, ${`word ${n}`})`.execute(tx));
    const { rows } = await database.owner((tx) =>
      sql`select n, word from thing where n <= ${n} order by n desc limit 2`.execute(tx),
    );
    expect(rows[0]).toEqual({ n, word: `word ${n}` });
    expect(rows).toHaveLength(Math.min(n, 2));
  }
});

test('a statement prepared before a table changed sees the table as it is now', async () => {
  await owner("insert into thing values (1, 'one')");
  for (let count = 0; count < 4; count += 1)
    expect((await owner('select * from thing')).rows).toEqual([{ n: 1, word: 'one' }]);
  await owner('alter table thing drop column word');
  await owner("alter table thing add column tag text not null default 'new'");
  expect((await database.sql('select * from thing')).rows).toEqual([{ n: 1, tag: 'new' }]);
});

test('a statement that fails ends its transaction, and the next one is asked as if nothing had been', async () => {
  const twice = 'insert into thing values (1)';
  for (let count = 0; count < 3; count += 1) {
    await expect(
      database.owner(async (tx) => {
        await sql.raw(twice).execute(tx);
        await sql.raw(twice).execute(tx);
      }),
    ).rejects.toThrow('duplicate key');
    await expect(owner('select nothing from thing')).rejects.toThrow('column "nothing" does not exist');
    expect((await owner('select count(*)::integer as count from thing')).rows).toEqual([{ count: 0 }]);
  }
});

test('whoever goes on after a failed statement hears at the end that nothing was kept', async () => {
  const work = database.owner(async (tx) => {
    await sql`insert into thing values (1)`.execute(tx);
    await sql`insert into thing values (1)`.execute(tx).catch(() => undefined);
  });
  await expect(work).rejects.toThrow(/roll(ed|ing)? ?back|aborted/i);
  expect((await owner('select n from thing')).rows).toEqual([]);
});

test('a transaction that asks for nothing leaves nothing open', async () => {
  await database.owner(() => Promise.resolve());
  await expect(database.owner(() => Promise.reject(new Error('changed my mind')))).rejects.toThrow('changed my mind');
  const outside = await database.sql('select pg_current_xact_id_if_assigned() is null as free');
  expect(outside.rows).toEqual([{ free: true }]);
});

test('one prepared statement shows each actor what is theirs', async () => {
  await owner('grant select on thing to geflecht_app');
  await owner('alter table thing enable row level security');
  await owner(`create policy reading on thing using (n = 1 or current_setting('geflecht.actor') = 'system')`);
  await owner('insert into thing values (1), (2)');
  const seen = (actor: Parameters<Database['as']>[0]) =>
    database
      .as(actor)
      .write((tx) => sql<{ n: number }>`select n from thing order by n`.execute(tx))
      .then(({ rows }) => rows.map(({ n }) => n));
  for (let count = 0; count < 8; count += 1) {
    expect(await seen(STRANGER)).toEqual([1]);
    expect(await seen(system('test'))).toEqual([1, 2]);
  }
});

test('changed rows are counted', async () => {
  await owner('insert into thing values (1), (2)');
  for (let count = 0; count < 3; count += 1)
    expect((await owner("update thing set word = 'x'")).numAffectedRows).toBe(2n);
});
