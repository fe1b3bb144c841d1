import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { STRANGER } from '../../plain/actor.ts';
import type { Database } from '../database/index.ts';
import { linksStep, openLinks } from './index.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase([linksStep]);
});
afterAll(() => database.close());

test('all processes of an installation share one secret, and it stays', async () => {
  const [one, other] = await Promise.all([openLinks(database), openLinks(database)]);
  const { token, hash } = one.make('confirm', new Date('2026-12-01T00:00:00Z'));
  expect(other.read('confirm', token, NOW)).toBe(hash);
  expect((await openLinks(database)).read('confirm', token, NOW)).toBe(hash);
});

test('nobody but the program reads the secret', async () => {
  for (const actor of [STRANGER, { kind: 'operator', session: 's' } as const]) {
    expect(await database.as(actor).read((db) => db.selectFrom('link_secret').selectAll().execute())).toEqual([]);
  }
});
