import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openHome } from '../../src/app/home.ts';
import { startPostgres } from '../real-postgres.ts';
import { seenIn } from '../seen.ts';
import { openLine, type CutLine } from './cut-line.ts';
import { CAFE, NUJIN, prepareDeeds, readWorld, SECRET, tokenOf, type DeedWorld, type Person } from './deed-world.ts';
import { eventually, startHouse, type HouseProcess } from './house-process.ts';

const GONE_MS = 5_000;
const PAGES = ['/', '/finden?q=Frauen', `/organisationen/${NUJIN}`, `/angebote/${CAFE}`, '/anmelden'];

let server: Awaited<ReturnType<typeof startPostgres>>;
let client: pg.Client;
let line: CutLine;
let house: HouseProcess;
let folder: string;
let world: DeedWorld;

beforeAll(async () => {
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'geflecht-faults-'));
  const env = { GEFLECHT_DATA: folder, DATABASE_URL: server.url };
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.issue);
  const home = await openHome({ ...config.value, logLevel: 'error' });
  await prepareDeeds(home);
  world = await readWorld(home);
  await home.close();
  const url = new URL(server.url);
  line = await openLine(Number(url.port));
  url.port = String(line.port);
  house = await startHouse({ ...env, DATABASE_URL: url.href, PORT: '0' });
  client = new pg.Client({ connectionString: server.url });
  await client.connect();
}, 180_000);

afterAll(async () => {
  await line?.mend();
  await house?.stop();
  await line?.close();
  await client?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function ask(path: string, who: Person | null = null, form: Record<string, string> | null = null) {
  const cookie: Record<string, string> = who === null ? {} : { cookie: `session=${tokenOf(who)}` };
  const answer = await fetch(house.origin + path, {
    headers: { origin: house.origin, 'accept-language': 'de', ...cookie },
    redirect: 'manual',
    ...(form === null ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** Confirms by a link; 0 when the house did not even answer. */
async function confirm(token: string): Promise<number> {
  const path = `/bestaetigen/${token}`;
  try {
    const shown = await ask(path);
    return shown.status === 200 ? (await ask(path, null, { seen: seenIn(shown.text) })).status : shown.status;
  } catch {
    return 0;
  }
}

async function answered(): Promise<number> {
  const { rows } = await client.query(`select count(*)::integer as n from confirmation_ask where state = 'answered'`);
  return Number(rows[0]?.n);
}

test('while the database is away every page says so calmly, and then goes on by itself', async () => {
  for (const path of PAGES) expect(`${path} ${(await ask(path)).status}`).toBe(`${path} 200`);
  expect((await ask(`/organisationen/${NUJIN}`)).text).toMatch(SECRET);
  expect((await ask(`/organisationen/${NUJIN}/schutz`, 'anna', {})).status).toBe(303);

  // Some are in the middle of writing when it goes.
  const enough = Promise.withResolvers<void>();
  let kept = 0;
  const confirming = world.tokens.slice(0, 120).map(async (token, place) => {
    await wait(place * 8);
    const status = await confirm(token);
    kept += status === 303 ? 1 : 0;
    if (kept === 10) enough.resolve();
    return status;
  });
  await enough.promise;
  await line.cut();
  const gone = performance.now();
  const statuses = await Promise.all(confirming);
  expect([new Set(statuses), house.isAlive()]).toEqual([new Set([303, 503]), true]);
  expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(await answered());

  while (performance.now() - gone < GONE_MS) {
    for (const [path, who] of [...PAGES.map((each) => [each, null] as const), ['/konto', 'anna'] as const]) {
      // The form to sign in needs nothing of the database.
      if (path === '/anmelden') continue;
      const { status, text, headers } = await ask(path, who);
      expect(`${path} ${status}`).toBe(`${path} 503`);
      expect(text).toContain('Gerade geht es nicht');
      expect(text).not.toMatch(/ECONN|postgres|at .*\.js|Frauenverein/);
      expect(text).not.toMatch(SECRET);
      expect([headers.get('cache-control'), headers.get('retry-after')]).toEqual(['no-store', '30']);
    }
    expect((await ask('/health')).status).toBe(503);
    await wait(200);
  }
  expect(house.isAlive()).toBe(true);

  await line.mend();
  expect(await eventually(async () => (await ask(`/organisationen/${NUJIN}`)).status === 200, 10)).toBe(true);
  for (const path of PAGES) {
    const { status, text } = await ask(path);
    expect(`${path} ${status}`).toBe(`${path} 200`);
    expect(text).not.toMatch(SECRET);
  }
  expect((await ask('/konto', 'anna')).status).toBe(200);
  const before = await answered();
  expect(await confirm(world.tokens[150] ?? '')).toBe(303);
  expect(await answered()).toBe(before + 1);
  expect(house.log.join('')).not.toMatch(/Leinensteig|token-anna|kontakt@nujin/);
}, 60_000);

test('jobs go on too after the database was away', async () => {
  await client.query(
    `insert into mail (id, receiver, language, content, state, written_at, next_at) values
      (gen_random_uuid(), 'a@b.example', 'de', '{"subject":{"key":"people.idle.subject"},"paragraphs":[]}', 'waiting', now(), now())`,
  );
  const isSettled = async () => (await client.query(`select 1 from mail where state = 'waiting'`)).rows.length === 0;
  expect(await eventually(isSettled, 30)).toBe(true);
}, 40_000);

test('a database that only sleeps makes people wait, nothing else', async () => {
  line.freeze();
  const waiting = Promise.all([...PAGES.map((path) => ask(path)), ask('/konto', 'anna')]);
  await wait(GONE_MS);
  await line.mend();
  expect(new Set((await waiting).map(({ status }) => status))).toEqual(new Set([200]));
  expect(house.isAlive()).toBe(true);
}, 40_000);

test('connections that the database throws out, idle or busy, end neither the process nor a promise', async () => {
  const before = await answered();
  const confirming = world.tokens.slice(200, 320).map(async (token, place) => {
    await wait(place * 10);
    return confirm(token);
  });
  for (let round = 0; round < 8; round += 1) {
    await wait(120);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
  }
  const statuses = await Promise.all(confirming);
  expect([...statuses.filter((status) => status !== 303 && status !== 503), house.isAlive()]).toEqual([true]);
  expect(statuses).toContain(503);
  expect((await answered()) - before).toBeGreaterThanOrEqual(statuses.filter((status) => status === 303).length);
  expect(await eventually(async () => (await ask('/konto', 'anna')).status === 200, 10)).toBe(true);
  const { rows } = await client.query(
    `select a.subject from confirmation_ask a where (a.state = 'answered') <>
      exists (select 1 from chain_note n where n.chain = a.subject and n.act = 'entry.confirmed')
      or (a.state = 'answered') = exists (select 1 from claim c where c.subject = a.subject and c.confirmed_at is null)`,
  );
  expect(rows).toEqual([]);
  expect(house.isAlive()).toBe(true);
}, 60_000);
