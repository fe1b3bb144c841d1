import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import type { ImportWork } from '../areas/lists/index.ts';
import { openGazetteer } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { addDays } from '../plain/time.ts';
import { findBackups, makeKey } from '../platform/backup/index.ts';
import { unseal } from '../platform/backup/seal.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { openFolder, type Folder } from '../platform/files/index.ts';
import { backUpHome } from './back-up.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';
import { retain } from './retention.ts';

const ALIAS = 'Vergiss Mein Nicht 47';
const FIRST = '2026-01-05';
let database: Database;
let around: string;
let folder: Folder;
let keyFile: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  around = await mkdtemp(join(tmpdir(), 'geflecht-forgotten-'));
  folder = openFolder(join(around, 'data'));
  keyFile = join(around, 'key.txt');
  await database.as(system('test')).write((tx) =>
    sql`insert into account (id, alias, alias_key, language, began_on, seen_on)
      values (${idFor('account')}, ${ALIAS}, 'vergiss mein nicht 47', 'de', '2025-01-01', '2025-01-20')`.execute(tx),
  );
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(around, { recursive: true });
});

/** One night: what is over is removed, then a backup is made and old ones go. */
async function night(day: string, recipient: string): Promise<void> {
  const clock = fixedClock(`${day}T03:00:00Z`);
  const imports: ImportWork = {
    actor: system('retain'),
    db: database.as(system('retain')),
    clock,
    register: REGISTER,
    gazetteer: openGazetteer(),
    pathOf: (file) => file,
    removeFile: () => Promise.resolve(),
  };
  await retain({ db: imports.db, imports });
  await backUpHome({ database, folder, clock }, join(around, 'backups'), [recipient]);
}

async function backupsWithIt(): Promise<number> {
  let count = 0;
  for (const { file } of await findBackups(join(around, 'backups'))) {
    let text = '';
    for await (const line of unseal(file, keyFile)) text += line;
    if (text.includes(ALIAS)) count += 1;
  }
  return count;
}

test('what was removed stands in no backup 31 days later', async () => {
  const recipient = await makeKey(keyFile);
  let day = FIRST;
  const next = async (days: number) => {
    await night(day, recipient);
    day = addDays(day, days);
  };
  for (let n = 0; n < 4; n += 1) await next(5);
  // A year after the last visit, on 20 January, the account goes; until then it stands in each backup.
  expect(await backupsWithIt()).toBe(4);
  for (let n = 0; n < 3; n += 1) await next(10);
  expect(await backupsWithIt()).toBeGreaterThan(0);
  for (let n = 0; n < 2; n += 1) await next(5);
  expect(await backupsWithIt()).toBe(0);
  expect((await findBackups(join(around, 'backups'))).length).toBeGreaterThan(2);
}, 60_000);
