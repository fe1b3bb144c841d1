import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBareDatabase, openTestDatabase } from '../../test/database.ts';
import { putPicture } from '../areas/organisations/store-picture.ts';
import { system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { backUp, fill, makeKey, verifyBackup } from '../platform/backup/index.ts';
import type { Database } from '../platform/database/index.ts';
import { LEFT_OUT } from './back-up.ts';
import { MIGRATIONS } from './migrations.ts';

const COUNT = 45;
const BYTES = 200_000;
let database: Database;
let around: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  around = await mkdtemp(join(tmpdir(), 'geflecht-pictures-'));
  await database.as(system('test')).write(async (tx) => {
    for (let at = 0; at < COUNT; at += 1) {
      const id = idFor(`organisation-${at}`);
      await sql`insert into subject (id, kind) values (${id}, 'organisation')`.execute(tx);
      const shown = {
        name: `${at}`,
        scope: 'own',
        alternative: 'Ein Faden',
        language: 'de',
        width: 9,
        height: 9,
      } as const;
      await putPicture(tx, id, { ...shown, bytes: randomBytes(BYTES), saidOn: '2026-11-21' });
    }
  });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(around, { recursive: true });
});

const sums = async (db: Database) =>
  (await db.sql(`select subject, name, octet_length(bytes) as size, md5(bytes) as sum from picture order by subject`))
    .rows;

test('pictures come back from a backup to the byte, and the file shows nothing of them', async () => {
  const keyFile = join(around, 'key.txt');
  const recipient = await makeKey(keyFile);
  const options = { site: '', now: new Date('2026-11-21T09:00:00Z'), leftOut: LEFT_OUT, files: async () => [] };
  const { file: path } = await backUp(database, join(around, 'backups'), [recipient], options);
  expect((await readFile(path)).includes('Ein Faden')).toBe(false);
  const target = await openBareDatabase();
  try {
    const header = await verifyBackup({ path, keyFile }, MIGRATIONS);
    await fill(target, { path, keyFile }, header, { steps: MIGRATIONS, uploads: around, leftOut: LEFT_OUT });
    const before = await sums(database);
    expect(before.length).toBe(COUNT);
    expect(before[0]).toMatchObject({ size: BYTES });
    expect(await sums(target)).toEqual(before);
  } finally {
    await target.close();
  }
}, 120_000);
