import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Database, Transaction } from '../database/index.ts';
import { findNotes, holdChains, note, verifyChain } from './index.ts';

const AT = new Date('2026-11-21T20:00:00Z');
const [ONE, OTHER] = [idFor('one'), idFor('other')];
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

/** Notes something with two organisations, and gives others the time to come between. */
async function noteBoth(tx: Transaction, chains: readonly string[]): Promise<void> {
  await holdChains(tx, chains);
  for (const chain of chains) {
    await note(tx, chain, { at: AT, act: 'request.made', byRole: 'organisation', about: 'request/x' });
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}

test('two who note something with each other crosswise do not wait for each other', async () => {
  const db = database.as(system('test'));
  const all = Array.from({ length: 12 }, (_, at) =>
    db.write((tx) => noteBoth(tx, at % 2 === 0 ? [ONE, OTHER] : [OTHER, ONE])),
  );
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(all.map(() => 'fulfilled'));
  for (const chain of [ONE, OTHER]) {
    const notes = await db.read((reader) => findNotes(reader, chain));
    expect(notes).toHaveLength(12);
    expect(verifyChain(chain, notes)).toMatchObject({ kind: 'intact', length: 12 });
  }
});
