import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBareDatabase, openTestDatabase } from '../../test/database.ts';
import { registerSums } from '../../test/register-sums.ts';
import { openGazetteer, rhoenauTable } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import {
  backUp,
  clear,
  fill,
  findBackups,
  isEmpty,
  makeKey,
  pruneBackups,
  verifyBackup,
} from '../platform/backup/index.ts';
import { dump } from '../platform/backup/dump.ts';
import { fixedClock } from '../platform/clock.ts';
import { openDatabase, type Database } from '../platform/database/index.ts';
import { InputError } from '../platform/errors.ts';
import { openFolder, type Folder } from '../platform/files/index.ts';
import { backUpHome, LEFT_OUT } from './back-up.ts';
import { seedCounty } from './demo.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';
import { rehearse, restoreHome } from './restore-home.ts';

const clock = fixedClock('2026-11-21T09:00:00Z');
let database: Database;
let around: string;
let folder: Folder;
let keyFile: string;
let recipient: string;
let file: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  around = await mkdtemp(join(tmpdir(), 'geflecht-backup-'));
  folder = openFolder(join(around, 'data'));
  const imports = {
    actor: system('test'),
    db: database.as(system('test')),
    clock,
    register: REGISTER,
    gazetteer: openGazetteer({ extra: [rhoenauTable()] }),
    pathOf: (name: string) => join(folder.uploads, basename(name)),
    removeFile: () => Promise.resolve(),
  };
  await seedCounty({ imports, clock });
  await database.exec(`insert into entrance (token_hash, made_at) values ('secret', now())`);
  await database.exec(`insert into role (id, kind) select gen_random_uuid(), 'coordination' on conflict do nothing`);
  await database.exec(`insert into invitation (id, role, place, token_hash, code_hash, by_role, made_on, ends_at)
    select gen_random_uuid(), id, 'holder', 'link', 'words', 'operator', current_date, now() from role limit 1`);
  expect((await database.sql('select count(*)::integer as n from invitation')).rows).toEqual([{ n: 1 }]);
  keyFile = join(around, 'key.txt');
  recipient = await makeKey(keyFile);
  file = (await backUpHome({ database, folder, clock }, join(around, 'backups'), [recipient])).file;
}, 180_000);
afterAll(async () => {
  await database.close();
  await rm(around, { recursive: true });
});

const sumsOf = (db: Database) => registerSums(db.as(system('test')));
const sealed = () => ({ path: file, keyFile, asItWas: true });
const filling = () => ({ steps: MIGRATIONS, uploads: join(around, randomUUID()), leftOut: LEFT_OUT });

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof InputError) return error.reason.key;
  throw error ?? new Error('it was taken');
}

test('what comes back is equal to the byte, and counters go on behind it', async () => {
  const target = await openBareDatabase();
  try {
    const header = await verifyBackup(sealed(), MIGRATIONS);
    expect(await isEmpty(target)).toBe(true);
    expect(await fill(target, sealed(), header, filling())).toEqual([]);
    expect(await sumsOf(target)).toEqual(await sumsOf(database));
    expect(header.rows).toBeGreaterThan(1_000);
    const highest = async (db: Database) => Number((await db.sql('select max(id) as id from source')).rows[0]?.['id']);
    const { rows } = await target.sql(`select nextval(pg_get_serial_sequence('source', 'id')) as next`);
    expect(Number(rows[0]?.['next'])).toBe((await highest(database)) + 1);
    const keys = (db: Database) => db.sql(`select count(*)::integer as n from pg_constraint where contype = 'f'`);
    expect((await keys(target)).rows).toEqual((await keys(database)).rows);
  } finally {
    await target.close();
  }
}, 120_000);

test('a backup of either engine comes back on the embedded one', async () => {
  const place = { dataFolder: join(around, 'fresh'), databaseUrl: null };
  const restored = await restoreHome(sealed(), place, clock.now());
  expect(restored.steps).toEqual([]);
  const again = await openDatabase({ url: null, folder: openFolder(place.dataFolder).db, template: null });
  try {
    expect(await sumsOf(again)).toEqual(await sumsOf(database));
    // And from the embedded one to whatever this run uses.
    const { file: path } = await backUpHome({ database: again, folder, clock }, join(around, 'second'), [recipient]);
    const target = await openBareDatabase();
    const header = await verifyBackup({ path, keyFile }, MIGRATIONS);
    await fill(target, { path, keyFile }, header, filling());
    expect(await sumsOf(target)).toEqual(await sumsOf(database));
    await target.close();
  } finally {
    await again.close();
  }
  expect(await reasonOf(restoreHome(sealed(), place, clock.now()))).toBe('app.restore.folderFull');
}, 180_000);

test('no session, entrance, invitation or mail is in it, and the file shows nothing to whoever has no key', async () => {
  const target = await openBareDatabase();
  await fill(target, sealed(), await verifyBackup(sealed(), MIGRATIONS), filling());
  expect((await target.sql('select count(*)::integer as n from entrance')).rows).toEqual([{ n: 0 }]);
  expect((await target.sql('select count(*)::integer as n from invitation')).rows).toEqual([{ n: 0 }]);
  await target.close();
  expect((await readFile(file)).includes('Rhönau')).toBe(false);
}, 120_000);

test('a changed, cut, foreign or newer backup is refused with a sentence, and nothing is written', async () => {
  const bytes = await readFile(file);
  const spoilt = join(around, 'spoilt.age');
  const place = { dataFolder: join(around, 'none'), databaseUrl: null };
  const tried = { path: spoilt, keyFile, asItWas: true };
  for (const at of [25, 200, bytes.length >> 1, bytes.length - 3]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(spoilt, changed);
    expect(['platform.backup.damaged', 'platform.backup.wrongKey']).toContain(
      await reasonOf(restoreHome(tried, place, clock.now())),
    );
  }
  for (const length of [0, 10, 300, bytes.length >> 1, bytes.length - 1]) {
    await writeFile(spoilt, bytes);
    await truncate(spoilt, length);
    expect(await reasonOf(restoreHome(tried, place, clock.now()))).toBe('platform.backup.damaged');
  }
  const other = join(around, 'other.txt');
  await makeKey(other);
  expect(await reasonOf(restoreHome({ path: file, keyFile: other, asItWas: true }, place, clock.now()))).toBe(
    'platform.backup.wrongKey',
  );
  expect(await reasonOf(restoreHome({ path: file, keyFile: spoilt, asItWas: true }, place, clock.now()))).toBe(
    'platform.backup.noKey',
  );
  expect(await reasonOf(restoreHome({ path: join(around, 'no'), keyFile, asItWas: true }, place, clock.now()))).toBe(
    'platform.backup.noFile',
  );
  expect(await reasonOf(verifyBackup(sealed(), MIGRATIONS.slice(0, -1)))).toBe('platform.backup.newerSchema');
  expect((await readdir(around)).filter((name) => name.startsWith('none'))).toEqual([]);
}, 120_000);

test('an older backup comes back at its level, and then takes the later steps', async () => {
  const old = await openBareDatabase();
  const steps = [...MIGRATIONS, { name: '2027-01-01-later', up: async () => undefined }];
  const header = await verifyBackup(sealed(), steps);
  expect(await fill(old, sealed(), header, { ...filling(), steps })).toEqual([
    `${String(steps.length).padStart(3, '0')}-2027-01-01-later`,
  ]);
  await clear(old);
  expect(await isEmpty(old)).toBe(true);
  await old.close();
}, 120_000);

test('whoever writes meanwhile: the backup shows one moment, a beginning of what was written', async () => {
  await database.exec('create table writing (n integer primary key); create table written (n integer primary key)');
  let going = true;
  const writer = (async () => {
    for (let n = 1; going; n += 1) {
      await database.owner(async (tx) => {
        await sql`insert into writing values (${n})`.execute(tx);
        await sql`insert into written values (${n})`.execute(tx);
      });
    }
  })();
  const seen: Record<string, number> = {};
  try {
    let table = '';
    await dump(database, { site: '', now: clock.now(), leftOut: LEFT_OUT, files: async () => [] }, async (lines) => {
      for await (const text of lines) {
        for (const line of text.trimEnd().split('\n')) {
          const value = JSON.parse(line) as { table?: string; row?: unknown };
          if (value.table !== undefined) table = value.table;
          if (value.row !== undefined) seen[table] = (seen[table] ?? 0) + 1;
        }
      }
    });
  } finally {
    going = false;
    await writer;
  }
  const { rows } = await database.sql('select count(*)::integer as n from written');
  await database.exec('drop table writing; drop table written');
  expect(seen['writing'] ?? 0).toBe(seen['written'] ?? 0);
  expect(Number(rows[0]?.['n'])).toBeGreaterThanOrEqual(seen['written'] ?? 0);
}, 120_000);

test('backups older than thirty days go, and nothing else in their folder does', async () => {
  const backups = join(around, 'backups');
  await writeFile(join(backups, 'notes.txt'), '');
  const later = new Date(clock.now().getTime() + 30 * 86_400_000);
  expect(await pruneBackups(backups, later)).toEqual([]);
  expect((await findBackups(backups)).map(({ madeAt }) => madeAt)).toEqual([clock.now()]);
  const copy = join(around, 'copies');
  const options = { site: '', now: clock.now(), leftOut: LEFT_OUT, files: async () => [] };
  const made = await backUp(database, copy, [recipient], options);
  await writeFile(join(copy, 'notes.txt'), '');
  expect(await pruneBackups(copy, new Date(later.getTime() + 1))).toEqual([made.file]);
  expect(await readdir(copy)).toEqual(['notes.txt']);
}, 60_000);

test('the files of running imports come back to the byte', async () => {
  const content = Buffer.from(Array.from({ length: 120_000 }, (_, at) => at % 251));
  await writeFile(join(folder.uploads, 'list-1'), content);
  const files = async () => [join(folder.uploads, 'list-1'), join(folder.uploads, 'gone meanwhile')];
  const options = { site: '', now: clock.now(), leftOut: LEFT_OUT, files };
  const { file: path, files: count } = await backUp(database, join(around, 'files'), [recipient], options);
  expect(count).toBe(1);
  const place = { dataFolder: join(around, 'with-files'), databaseUrl: null };
  expect((await restoreHome({ path, keyFile, asItWas: true }, place, clock.now())).files).toBe(1);
  expect(content.equals(await readFile(join(place.dataFolder, 'uploads/list-1')))).toBe(true);
  await rm(join(folder.uploads, 'list-1'));
}, 60_000);

test('a rehearsal leaves nothing behind', async () => {
  let folderThere = '';
  const { restored, report } = await rehearse(sealed(), clock.now(), async ({ dataFolder }) => {
    folderThere = dataFolder;
    return (await readdir(dataFolder)).toSorted();
  });
  expect(report).toEqual(['db', 'outbox', 'uploads']);
  expect(restored.rows).toBeGreaterThan(1_000);
  await expect(readdir(folderThere)).rejects.toThrow('ENOENT');
}, 120_000);
