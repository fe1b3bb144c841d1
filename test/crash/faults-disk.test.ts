import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openHome, type Home } from '../../src/app/home.ts';
import { seenIn } from '../seen.ts';
import { CAFE, NUJIN, prepareDeeds, readWorld, SECRET, tokenOf, type DeedWorld } from './deed-world.ts';
import { startHouse, type HouseProcess } from './house-process.ts';

/** Only root may make a small disk. */
const isRoot = userInfo().uid === 0 && process.platform === 'linux';
const DISK = '160m';

let disk: string;
let env: Readonly<Record<string, string>>;
let world: DeedWorld;
let house: HouseProcess | null = null;

beforeAll(async () => {
  if (!isRoot) return;
  disk = await mkdtemp(join(tmpdir(), 'geflecht-disk-'));
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
  env = { GEFLECHT_DATA: join(disk, 'data'), PORT: '0' };
  const home = await openSmall();
  await prepareDeeds(home);
  world = await readWorld(home);
  await home.close();
}, 120_000);

afterAll(async () => {
  await house?.stop();
  if (!isRoot) return;
  execFileSync('/bin/umount', ['-l', disk]);
  await rm(disk, { recursive: true });
}, 60_000);

async function openSmall(): Promise<Home> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.issue);
  return openHome({ ...config.value, logLevel: 'error' });
}

/** Leaves so many bytes on the disk. */
function fill(left: number): void {
  const file = openSync(join(disk, 'filler'), 'w');
  const free = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize - left;
  };
  for (let bytes = free(); bytes > 0; bytes = free()) writeSync(file, Buffer.alloc(Math.min(bytes, 65_536)));
  closeSync(file);
}

function empty(): void {
  rmSync(join(disk, 'filler'));
}

async function ask(path: string, form: Record<string, string> | null = null) {
  const origin = house?.origin ?? '';
  const answer = await fetch(origin + path, {
    headers: { origin, 'accept-language': 'de', cookie: form === null ? '' : `session=${tokenOf('anna')}` },
    redirect: 'manual',
    ...(form === null ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: answer.status, text: await answer.text() };
}

async function confirm(from: number, to: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const token of world.tokens.slice(from, to)) {
    const shown = await ask(`/bestaetigen/${token}`);
    statuses.push((await ask(`/bestaetigen/${token}`, { seen: seenIn(shown.text) })).status);
  }
  return statuses;
}

const kept = (statuses: readonly number[]) => statuses.filter((status) => status === 303).length;

/** What is there after the house was started again. */
async function answered(): Promise<number> {
  const home = await openSmall();
  const { rows } = await home.database.sql(
    `select count(*)::integer as n from confirmation_ask a where a.state = 'answered'
     and exists (select 1 from chain_note n where n.chain = a.subject and n.act = 'entry.confirmed')`,
  );
  await home.close();
  return Number(rows[0]?.['n']);
}

test.runIf(isRoot)(
  'a full disk refuses what it cannot keep, shows the rest, and takes again when there is room',
  async () => {
    house = await startHouse(env);
    expect((await ask(`/organisationen/${NUJIN}`)).text).toMatch(SECRET);
    fill(0);
    // One that fits into what is left, or is refused: never half.
    const pressed = await ask(`/organisationen/${NUJIN}/schutz`, {});
    expect([303, 503]).toContain(pressed.status);
    const full = await confirm(0, 25);
    expect(full.filter((status) => status !== 303 && status !== 503)).toEqual([]);
    expect(full).toContain(503);
    for (const path of ['/', `/organisationen/${NUJIN}`, `/angebote/${CAFE}`]) {
      const { status, text } = await ask(path);
      expect(`${path} ${status}`).toBe(`${path} 200`);
      if (pressed.status === 303) expect(text).not.toMatch(SECRET);
    }
    empty();
    const room = await confirm(25, 35);
    expect(new Set(room)).toEqual(new Set([303]));
    expect((await ask(`/organisationen/${NUJIN}/schutz`, {})).status).toBe(303);
    expect((await ask(`/organisationen/${NUJIN}`)).text).not.toMatch(SECRET);
    await house.stop();
    expect(await answered()).toBe(kept([...full, ...room]));
  },
  120_000,
);

test.runIf(isRoot)(
  'where even the log of the database finds no room the house says so instead of standing still, and nothing is lost',
  async () => {
    const before = await answered();
    const home = await openSmall();
    await home.database.exec(`create table padding as select n, repeat('x', 100) as v from generate_series(1, 3000) n`);
    fill(8_000_000);
    let last = '';
    // Up to 80 MB of log lie ready from before and are used first.
    for (let turn = 0; turn < 1_000 && last === ''; turn += 1) {
      await home.database
        .owner((tx) => sql`update padding set v = repeat('y', 100) where n % 3 = ${turn % 3}`.execute(tx))
        .catch((error: Error) => (last = `${error.message} ${'severity' in error ? String(error.severity) : ''}`));
    }
    expect(last).not.toBe('');
    const work = home.as('test').db.read((db) => db.selectFrom('subject').select('id').limit(1).execute());
    await expect(work).rejects.toMatchObject({ name: 'UnavailableError' });
    await home.close();
    empty();
    house = await startHouse(env);
    expect((await ask(`/organisationen/${NUJIN}`)).text).not.toMatch(SECRET);
    expect(await confirm(60, 62)).toEqual([303, 303]);
    await house.stop();
    expect(await answered()).toBe(before + 2);
  },
  120_000,
);
