import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { tryPartings } from '../../test/partings.ts';
import { beginReview } from '../areas/reviews/begin-review.ts';
import { close } from '../areas/reviews/close.ts';
import { EMPTY_CLOSING } from '../areas/reviews/closing.ts';
import { leave, stay } from '../areas/reviews/leave.ts';
import { EMPTY_REVIEW } from '../areas/reviews/review.ts';
import { wishDeletion } from '../areas/reviews/wish-deletion.ts';
import { writeClosing } from '../areas/reviews/write-closing.ts';
import { writeReview } from '../areas/reviews/write-review.ts';
import { insertNotice } from '../areas/notices/index.ts';
import type { Database } from '../platform/database/index.ts';
import { system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { MIGRATIONS } from './migrations.ts';
import { SWEEPS } from './retention.ts';

/** What only grows holds the number of a cooperation, and nothing else of it. */
const LEDGER = 'chain_note';
let database: Database;
let world: Awaited<ReturnType<typeof tryPartings>>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());
beforeEach(async () => {
  world = await tryPartings(database, insertNotice);
});

async function tables(): Promise<readonly string[]> {
  const { rows } = await database.sql(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^kysely_migration' order by 1`,
  );
  return rows.map(({ name }) => String(name));
}

/** In which tables anything of this cooperation stands. */
async function traces(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await tables()) {
    const { rows } = await database.sql(`select 1 from "${table}" row where row::text like '%' || $1 || '%' limit 1`, [
      world.cooperation,
    ]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

async function sweepOn(day: string): Promise<void> {
  const now = new Date(`${day}T09:00:00Z`);
  for (const { sweep } of SWEEPS) await database.as(system('retain')).write((tx) => sweep(tx, now));
}

/** All that two partners leave behind when they have worked together to the end. */
async function liveThrough(): Promise<void> {
  const { nujin, bildungswerk, speaker, side, cooperation } = world;
  await world.inForce();
  await beginReview(speaker(nujin), side(nujin));
  for (const organisation of [nujin, bildungswerk]) {
    const words = { ...EMPTY_REVIEW, gained: 'Viel.' };
    await writeReview(speaker(organisation), { cooperation, organisation, words, handOver: true });
    await writeClosing(speaker(organisation), { cooperation, organisation, words: EMPTY_CLOSING });
  }
  await database.sql(
    `insert into request (id, cooperation, sender, receiver, state, asked_on, was_sent)
     values ($1, $2, $3, $4, 'open', '2026-11-21', true)`,
    [idFor(cooperation), cooperation, nujin, world.other],
  );
  await database.sql('insert into request_words (request, words, settled_on) values ($1, $2, null)', [
    idFor(cooperation),
    JSON.stringify({ title: cooperation }),
  ]);
  await database.sql(
    `insert into commitment_word (agreement, cooperation, paragraph, hash, partner, day, state)
     select id, cooperation, id, $2, $3, '2026-11-21', 'kept' from agreement where cooperation = $1`,
    [cooperation, 'a'.repeat(64), nujin],
  );
  await leave(speaker(nujin), side(nujin));
  await stay(speaker(nujin), side(nujin));
  await close(speaker(nujin), side(nujin));
  await close(speaker(bildungswerk), side(bildungswerk));
  await database.sql(
    "update mail set state = 'sent', settled_at = '2026-11-21T20:00:00Z', receiver = null, content = null",
  );
}

test('whatever stands in a cooperation goes with it: each such table hangs on it, or on something that does', async () => {
  const { rows } = await database.sql(
    `with recursive hanging(name) as (
       select 'cooperation'
       union
       select k.conrelid::regclass::text from pg_constraint k join hanging on k.confrelid = hanging.name::regclass
       where k.contype = 'f' and k.confdeltype = 'c')
     select c.table_name as name, c.table_name in (select name from hanging) as hangs
     from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'cooperation'`,
  );
  expect(rows.length).toBeGreaterThan(14);
  expect(rows.filter(({ hangs }) => hangs !== true)).toEqual([]);
});

test('everything stays for five years after the last proof was due, and then nothing is left in any table', async () => {
  await liveThrough();
  const all = await traces();
  expect(all).toEqual(
    expect.arrayContaining([
      'agreement_version',
      'closing_part',
      'closure',
      'commitment_word',
      'notice',
      'request',
      'request_words',
      'review_part',
      'sheet',
    ]),
  );
  await sweepOn('2032-07-30');
  // Only the words of a request that nobody answered have gone, after half a year.
  expect(await traces()).toEqual(all.filter((table) => table !== 'request_words'));
  await sweepOn('2032-07-31');
  expect(await traces()).toEqual([LEDGER]);
  const { rows } = await database.sql(`select about from ${LEDGER} where about like $1`, [`%${world.cooperation}%`]);
  expect(new Set(rows.map(({ about }) => about))).toEqual(new Set([`cooperation/${world.cooperation}`]));
});

test('it goes earlier when no partner needs it any more, and not while one does', async () => {
  await liveThrough();
  const { nujin, bildungswerk, speaker, cooperation } = world;
  const wish = (organisation: string, isWished: boolean) =>
    wishDeletion(speaker(organisation), { cooperation, organisation, isWished });
  await wish(nujin, true);
  await sweepOn('2026-11-22');
  expect(await traces()).toContain('agreement_version');
  await wish(nujin, false);
  await wish(bildungswerk, true);
  await sweepOn('2026-11-22');
  expect(await traces()).toContain('agreement_version');
  await wish(nujin, true);
  await sweepOn('2026-11-23');
  expect(await traces()).toEqual([LEDGER]);
});

test('what has not ended stays, however old it is', async () => {
  await world.inForce();
  await sweepOn('2060-01-01');
  expect(await traces()).toContain('agreement_version');
});
