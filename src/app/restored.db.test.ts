import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabaseOn, openBareDatabase } from '../../test/database.ts';
import {
  ANNA,
  BEN,
  CAFE,
  EVENING,
  NUJIN,
  openProtectedHouse,
  OTHER,
  SECRET,
  type ProtectedHouse,
} from '../../test/protected-house.ts';
import { rebuild } from '../areas/claims/index.ts';
import { askToEndProtection } from '../areas/protection/end-protection-ask.ts';
import { endProtection } from '../areas/protection/end-protection.ts';
import { protect } from '../areas/protection/protect.ts';
import { goExitRound } from '../areas/reviews/index.ts';
import { STRANGER, system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { fill, isEmpty, isUnfinished, makeKey, verifyBackup } from '../platform/backup/index.ts';
import { findNotes, verifyChain } from '../platform/chain/index.ts';
import { fixedClock } from '../platform/clock.ts';
import { openDatabase, type Database } from '../platform/database/index.ts';
import { InputError } from '../platform/errors.ts';
import { openFolder } from '../platform/files/index.ts';
import { backUpHome, LEFT_OUT } from './back-up.ts';
import { loadWords } from '../platform/words/index.ts';
import { isHouseClosed } from './closed-house.ts';
import { readConfig } from './config.ts';
import { openHome } from './home.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';
import { restoreHome, type Sealed } from './restore-home.ts';

const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
const MORNING = '2026-11-22T08:40:00Z';
const TOGETHER = idFor('together');
const NO_VOICES = {
  findMailboxes: () => Promise.resolve([]),
  raise: () => Promise.resolve(true),
  wordsIn: (language: string) => loadWords('src').in(language),
};
let house: ProtectedHouse;
let around: string;
let sealed: Omit<Sealed, 'asItWas'>;

beforeAll(async () => {
  house = await openProtectedHouse();
  around = await mkdtemp(join(tmpdir(), 'geflecht-restored-'));
  const { database } = house;
  // On its way at the time of the backup: a mail, a letter, a hand-over, and an end that another one has only to confirm.
  await database.sql(
    `insert into confirmation_ask (id, subject, channel, attempt, asked_on, sent_on, state, token_hashes, code_hash, take_up_hash)
     values ($1, $2, 'mail', 1, '2026-11-20', '2026-11-20', 'open', array['token'], 'code', null),
       ($3, $4, 'mail', 1, '2026-11-19', '2026-11-19', 'answered', array['other'], null, 'voice')`,
    [idFor('ask'), NUJIN, idFor('answered'), OTHER],
  );
  await database.sql(
    `insert into hand_over (id, role, from_account, on_day, asked_on) values ($1, $2, $3, '2026-12-01', '2026-11-20')`,
    [idFor('hand-over'), idFor('role'), idFor('anna')],
  );
  // Two work together, and one of them is about to leave.
  await database.sql(`insert into cooperation (id, partners, begun_on) values ($1, $2, '2026-11-01')`, [
    TOGETHER,
    `{${NUJIN},${OTHER}}`,
  ]);
  for (const organisation of [NUJIN, OTHER])
    await database.sql(
      `insert into cooperation_partner (cooperation, organisation, phase, since) values ($1, $2, 'idea', '2026-11-01')`,
      [TOGETHER, organisation],
    );
  await database.sql(
    `insert into leaving (id, cooperation, organisation, declared_on, last_day)
     values ($1, $2, $3, '2026-11-01', '2026-11-22')`,
    [idFor('leaving'), TOGETHER, NUJIN],
  );
  const keyFile = join(around, 'key.txt');
  const home = { database, folder: openFolder(join(around, 'data')), clock: fixedClock(EVENING) };
  const { file: path } = await backUpHome(home, join(around, 'backups'), [await makeKey(keyFile)]);
  sealed = { path, keyFile };
  // After it: what nobody can know from it.
  await protect(house.as(ANNA), NUJIN);
}, 120_000);
afterAll(async () => {
  await house.database.close();
  await rm(around, { recursive: true });
});

/** An empty place, on the same kind of database as this run. */
async function emptyPlace(name: string) {
  return {
    dataFolder: join(around, name),
    databaseUrl: server === undefined ? null : await emptyDatabaseOn(server),
  };
}
type Place = Awaited<ReturnType<typeof emptyPlace>>;

async function openThere<Result>(
  { dataFolder, databaseUrl }: Place,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ url: databaseUrl, folder: join(dataFolder, 'db'), template: null });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What strangers are told of the organisation and its offer. */
async function toldTo(database: Database): Promise<string> {
  const rows = await database
    .as(STRANGER)
    .read(async (db) => [
      ...(await db.selectFrom('claim').select(['field', 'value']).where('subject', 'in', [NUJIN, CAFE]).execute()),
      ...(await db.selectFrom('organisation').selectAll().where('subject', '=', NUJIN).execute()),
      ...(await db.selectFrom('offer').selectAll().where('subject', '=', CAFE).execute()),
    ]);
  return JSON.stringify(rows);
}

test('a protection that began after the backup does not open by a restore, and ends by two as always', async () => {
  const place = await emptyPlace('closed');
  const { review } = await restoreHome({ ...sealed, asItWas: false }, place, new Date(MORNING));
  expect(review).toMatchObject({
    hours: 11,
    closed: true,
    protectedThen: [],
    protectedNow: [NUJIN],
    asksEnded: 1,
    handOversEnded: 1,
    waysIn: { accounts: 5, passkeys: 0, organisation: 2, coordination: 0, operator: 0 },
  });
  expect(isHouseClosed(place.dataFolder)).toBe(true);
  await openThere(place, async (database) => {
    const told = await toldTo(database);
    expect(told).toContain('Frauenverein');
    expect(told).not.toMatch(SECRET);
    const program = database.as(system('test'));
    expect(verifyChain(NUJIN, await program.read((db) => findNotes(db, NUJIN)))).toMatchObject({ kind: 'intact' });
    const { same } = await rebuild({ db: program, actor: system('test'), register: REGISTER });
    expect(Object.values(same)).not.toContain(false);
    const as = (actor: typeof ANNA) => ({ ...house.as(actor, MORNING), db: database.as(actor) });
    await expect(endProtection(as(BEN), NUJIN)).rejects.toThrow();
    await askToEndProtection(as(ANNA), NUJIN);
    await endProtection(as(BEN), NUJIN);
    expect(await toldTo(database)).toMatch(SECRET);
  });
}, 120_000);

test('a leaving lets nobody out for a week, because it may have been taken back; then it goes on by itself', async () => {
  const place = await emptyPlace('leaving');
  const { review } = await restoreHome({ ...sealed, asItWas: false }, place, new Date(MORNING));
  expect(review).toMatchObject({ cooperations: 1, leavings: 1 });
  await openThere(place, async (database) => {
    const round = (day: string) =>
      goExitRound({ ...house.as(system('test'), `${day}T06:00:00Z`), db: database.as(system('test')) }, NO_VOICES);
    const readable = async () =>
      (await database.as(ANNA).read((db) => db.selectFrom('cooperation').select('id').execute())).length;
    expect(await round('2026-11-29')).toBe(0);
    expect(await readable()).toBe(1);
    expect(await round('2026-11-30')).toBe(1);
    expect(await readable()).toBe(0);
  });
}, 120_000);

test('as it was means open as it was; links and codes of that time open nothing either way, and can be sent anew', async () => {
  const place = await emptyPlace('as-it-was');
  const { review } = await restoreHome({ ...sealed, asItWas: true }, place, new Date(MORNING));
  expect([review.closed, review.protectedNow, isHouseClosed(place.dataFolder)]).toEqual([false, [], false]);
  await openThere(place, async (database) => {
    expect(await toldTo(database)).toMatch(SECRET);
    const { rows } = await database.sql(
      'select state, token_hashes, code_hash, take_up_hash from confirmation_ask order by state',
    );
    const none = { token_hashes: [], code_hash: null, take_up_hash: null };
    expect(rows).toEqual([
      { state: 'answered', ...none },
      { state: 'closed', ...none },
    ]);
    expect((await database.sql('select last_day::text as day from leaving')).rows).toEqual([{ day: '2026-11-22' }]);
    for (const table of ['link_secret', 'session', 'invitation', 'hand_over', 'mail'])
      expect([table, (await database.sql(`select 1 from ${table}`)).rows]).toEqual([table, []]);
  });
}, 120_000);

test('a fault after the filling leaves nothing, and the same place takes the next try', async () => {
  const place = await emptyPlace('faulty');
  const before = await readdir(around);
  await expect(restoreHome({ ...sealed, asItWas: false }, place, new Date(Number.NaN))).rejects.toThrow();
  expect((await readdir(around)).toSorted()).toEqual(before.toSorted());
  if (place.databaseUrl !== null) expect(await openThere(place, isEmpty)).toBe(true);
  expect((await restoreHome({ ...sealed, asItWas: false }, place, new Date(MORNING))).review.closed).toBe(true);
}, 120_000);

test('what was broken off in the middle is never opened as if it were whole', async () => {
  const place = await emptyPlace('killed');
  const folder = openFolder(place.dataFolder);
  await openThere(place, async (database) => {
    const header = await verifyBackup(sealed, MIGRATIONS);
    await fill(database, sealed, header, { steps: MIGRATIONS, uploads: folder.uploads, leftOut: LEFT_OUT });
    expect(await isUnfinished(database)).toBe(true);
  });
  const config = readConfig({
    GEFLECHT_DATA: place.dataFolder,
    GEFLECHT_LOG: 'error',
    ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
  });
  if (!config.ok) throw new Error(config.issue);
  const opened: unknown = await openHome(config.value).catch((error: unknown) => error);
  expect(opened).toBeInstanceOf(InputError);
  expect(existsSync(join(place.dataFolder, 'lock'))).toBe(false);
  const bare = await openBareDatabase();
  expect(await isUnfinished(bare)).toBe(false);
  await bare.close();
}, 120_000);

test('the secret of before may lie in the folder already, and stays', async () => {
  const place = await emptyPlace('with-secret');
  await writeFile(join(openFolder(place.dataFolder).path, 'secret'), 'x'.repeat(43));
  await restoreHome({ ...sealed, asItWas: true }, place, new Date(MORNING));
  expect(await readdir(place.dataFolder)).toContain('secret');
  expect(await readdir(place.dataFolder)).not.toContain('closed');
}, 120_000);
