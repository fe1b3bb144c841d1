import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { asking, enterAsOperator, frameOf, openWeb } from '../../test/web.ts';
import { openFinder } from '../areas/finding/index.ts';
import { openGazetteer } from '../areas/places/index.ts';
import { newId } from '../plain/ids.ts';
import { system } from '../plain/actor.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { findInstallation, insertInstallation } from '../platform/installation/index.ts';
import type { Frames } from './frame.ts';
import { MIGRATIONS } from './migrations.ts';
import { addStartPage } from './pages/start.tsx';

const clock = fixedClock('2026-11-21T09:00:00Z');
const FIRST_LIST = 'href="/listen/neu"';
let database: Database;
let operator: string;
let start: (cookie: string | null) => Promise<string>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await database
    .as(system('test'))
    .write((tx) => insertInstallation(tx, { site: 'Musterbach', invented: false }, clock.now()));
  const frame: Frames = Object.assign(frameOf(), {
    begun: () => database.as(system('test')).read((db) => findInstallation(db)),
  });
  const web = openWeb({ database, clock });
  addStartPage(web, { frame, finder: openFinder(openGazetteer()) });
  operator = await enterAsOperator(web, { database, clock });
  const { get } = asking(web);
  start = async (cookie) => (await get('/', cookie)).text;
}, 120_000);
afterAll(() => database.close());

test('whoever comes first has each of the next steps at hand: an account, the coordination, the first list', async () => {
  const text = await start(operator);
  expect(text).toContain('action="/rollen/mein-konto"');
  expect(text).toContain('href="/rollen/koordination"');
  expect(text).toContain(FIRST_LIST);
});

test('strangers are not asked for lists, and with the first list nobody is', async () => {
  expect(await start(null)).not.toContain(FIRST_LIST);
  await database.sql(
    `insert into list (id, title, publisher, purpose, licence, role, rhythm, takedown_contact, made_at)
      values ($1, 'Vereine', 'Amt', 'Wer wo ist', 'own', 'Stelle', 'once', 'amt@post.example', now())`,
    [newId(clock.now())],
  );
  expect(await start(operator)).not.toContain(FIRST_LIST);
});
