import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { letLapse } from '../areas/freshness/index.ts';
import { findListedOn } from '../areas/lists/index.ts';
import { openGazetteer, rhoenauTable } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import type { Database } from '../platform/database/index.ts';
import { createEvents } from '../platform/events.ts';
import { SILENT } from '../platform/log/index.ts';
import { loadWords } from '../platform/words/index.ts';
import { seedCounty } from './demo.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';

const words = loadWords('src');
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
let time = new Date('2026-11-21T09:00:00Z');
const clock = { now: () => time };
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const db = database.as(system('test'));
  await seedCounty({
    clock,
    imports: {
      db,
      actor: system('test'),
      clock,
      register: REGISTER,
      gazetteer,
      pathOf: (file) => file,
      removeFile: () => Promise.resolve(),
    },
  });
}, 120_000);
afterAll(() => database.close());

function round() {
  const actor = system('freshness');
  const ctx = { db: database.as(actor), actor, clock, words: words.in('de'), events: createEvents(SILENT) };
  return letLapse(ctx, { register: REGISTER, listedOn: findListedOn });
}

test('the invented county stays alive for months, and falls silent when nobody speaks for over a year', async () => {
  // What only an organisation itself said, and that more than a year ago, shows how it is to fall silent.
  expect((await round()).lapsed).toBeLessThan(20);
  expect(await round()).toEqual({ lapsed: 0, revived: 0 });
  time = new Date('2027-10-21T09:00:00Z');
  expect((await round()).lapsed).toBeLessThan(120);
  time = new Date('2028-11-21T09:00:00Z');
  expect((await round()).lapsed).toBeGreaterThan(200);
  const { rows } = await database.sql(`select count(*)::integer as count from finding_entry`);
  expect(rows[0]?.['count']).toBeLessThan(400);
  time = new Date('2026-11-21T09:00:00Z');
  expect((await round()).revived).toBeGreaterThan(200);
}, 120_000);
