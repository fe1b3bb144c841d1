import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { tryPeople } from '../../test/people.ts';
import type { Database } from '../platform/database/index.ts';
import { MIGRATIONS } from './migrations.ts';
import { openDoor } from './open-door.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 60_000);
afterAll(() => database.close());

test('the terminal shows a link to enter until somebody runs the house', async () => {
  const people = tryPeople(database, '2026-11-21T09:00:00Z');
  const link = () => openDoor({ database, clock: people.clock }, 'https://netz.example.org');
  expect(await link()).toMatch(/^https:\/\/netz\.example\.org\/eintritt\//);
  await people.term(await people.role('operator', null), 'holder', await people.account('Betrieb'));
  expect(await link()).toBeNull();
});
