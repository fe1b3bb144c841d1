import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { findBackups, makeKey } from '../platform/backup/index.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { openFolder } from '../platform/files/index.ts';
import { SILENT } from '../platform/log/index.ts';
import { addBackups, LEFT_OUT } from './back-up.ts';
import { readConfig } from './config.ts';
import { MIGRATIONS } from './migrations.ts';

const START = '2026-11-21T09:00:00Z';
let database: Database;
let around: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  around = await mkdtemp(join(tmpdir(), 'geflecht-round-'));
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(around, { recursive: true });
});

test('whatever is left out of backups is a table', async () => {
  const { rows } = await database.sql(`select table_name from information_schema.tables where table_schema = 'public'`);
  const tables = new Set(rows.map(({ table_name }) => String(table_name)));
  expect(LEFT_OUT.filter((name) => !tables.has(name))).toEqual([]);
});

test('a running house makes one backup a day, also after its clock was wrong', async () => {
  const folder = join(around, 'backups');
  const recipient = await makeKey(join(around, 'key'));
  const config = readConfig({ BACKUP_FOLDER: folder, BACKUP_RECIPIENT: recipient });
  if (!config.ok) throw new Error(config.issue);
  const clock = fixedClock(START);
  const rounds: (() => Promise<void>)[] = [];
  const home = { config: config.value, database, folder: openFolder(join(around, 'data')), clock, log: SILENT };
  addBackups(home, { add: (_name, _everyMs, work) => void rounds.push(() => work(new AbortController().signal)) });
  const goRound = async (at: string) => {
    clock.turn(at);
    for (const round of rounds) await round();
    return (await findBackups(folder)).map(({ madeAt }) => madeAt.toISOString().slice(0, 13));
  };
  expect(await goRound(START)).toEqual(['2026-11-21T09']);
  expect(await goRound('2026-11-22T08:00:00Z')).toHaveLength(1);
  expect(await goRound('2026-11-22T09:00:00Z')).toEqual(['2026-11-21T09', '2026-11-22T09']);
  // A month that never was, and back.
  expect(await goRound('2026-12-15T09:00:00Z')).toHaveLength(3);
  expect(await goRound('2026-11-23T09:00:00Z')).toContain('2026-11-23T09');
}, 60_000);

test('without a folder or somebody who can open it there are no backups', () => {
  const config = readConfig({ BACKUP_FOLDER: join(around, 'none') });
  if (!config.ok) throw new Error(config.issue);
  const clock = fixedClock(START);
  const home = { config: config.value, database, folder: openFolder(join(around, 'data')), clock, log: SILENT };
  addBackups(home, {
    add() {
      throw new Error('a round');
    },
  });
});
