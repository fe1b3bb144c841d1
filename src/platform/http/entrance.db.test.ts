import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { openTestDatabase } from '../../../test/database.ts';
import { fixedClock } from '../clock.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import type { Database } from '../database/index.ts';
import { SILENT } from '../log/index.ts';
import {
  firstEntrance,
  makeEntrance,
  accountSessionsStep,
  sessionActingStep,
  sessionFactorsStep,
  sessionsStep,
  type Env,
} from './index.ts';
import { ORIGIN, tryWeb } from './try-web.ts';

const clock = fixedClock('2026-11-21T08:00:00Z');
let database: Database;
let web: Hono<Env>;

beforeAll(async () => {
  database = await openTestDatabase([sessionsStep, accountSessionsStep, sessionFactorsStep, sessionActingStep]);
  web = tryWeb({ database, log: SILENT, clock, origin: ORIGIN });
});
afterAll(() => database.close());
beforeEach(() => clock.turn('2026-11-21T08:00:00Z'));

/** Follows the link of the terminal like a person: looks, presses the button, keeps the cookie. */
async function enter(): Promise<string> {
  const path = new URL(await makeEntrance(database, ORIGIN, clock)).pathname;
  const entered = await web.request(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
  expect(entered.status).toBe(303);
  return (
    entered.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('__Host-session'))
      ?.split(';')[0] ?? ''
  );
}

test('the link of the terminal opens once; looking at it does not burn it', async () => {
  const path = new URL(await makeEntrance(database, ORIGIN, clock)).pathname;
  for (let look = 0; look < 3; look += 1) expect(await (await web.request(path)).text()).toBe(path);
  const entered = await web.request(path, { method: 'POST' });
  const cookie = entered.headers.getSetCookie().find((given) => given.startsWith('__Host-session')) ?? '';
  expect(cookie).toMatch(/Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax/);
  const inside = await web.request('/who', { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(await inside.text()).toContain('operator');
  expect(inside.headers.get('cache-control')).toBe('no-store');
  const again = await web.request(path, { method: 'POST' });
  expect([again.status, await again.text()]).toEqual([404, 'spent']);
});

test('a link opens nothing after a day, or when there is a newer one, or when it was never made', async () => {
  const old = new URL(await makeEntrance(database, ORIGIN, clock)).pathname;
  clock.turn('2026-11-22T08:00:01Z');
  expect((await web.request(old)).status).toBe(404);
  const replaced = new URL(await makeEntrance(database, ORIGIN, clock)).pathname;
  await makeEntrance(database, ORIGIN, clock);
  expect((await web.request(replaced, { method: 'POST' })).status).toBe(404);
  expect((await web.request('/eintritt/guessed', { method: 'POST' })).status).toBe(404);
});

test('two who press the button of one link at once: one comes in', async () => {
  const path = new URL(await makeEntrance(database, ORIGIN, clock)).pathname;
  const both = await Promise.all([web.request(path, { method: 'POST' }), web.request(path, { method: 'POST' })]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 404]));
});

test('whoever has signed out is a stranger, also with the old cookie', async () => {
  const cookie = await enter();
  await web.request('/austritt', { method: 'POST', headers: { cookie } });
  expect(await (await web.request('/who', { headers: { cookie } })).text()).toContain('stranger');
});

test('a session by the link ends after a whole day of silence', async () => {
  const cookie = await enter();
  const after = async (days: number) => {
    await database.sql('update session set seen_on = $1', [addDays(dayOf(clock.now()), -days)]);
    return (await web.request('/who', { headers: { cookie } })).text();
  };
  expect(await after(1)).toContain('operator');
  expect(await after(2)).toContain('stranger');
  // Over for good, not only for this request.
  expect(await after(0)).toContain('stranger');
});

test('a session ends after thirty days', async () => {
  const cookie = await enter();
  await database.exec("update session set seen_on = '2026-12-20'");
  clock.turn('2026-12-21T07:59:00Z');
  expect(await (await web.request('/who', { headers: { cookie } })).text()).toContain('operator');
  clock.turn('2026-12-21T08:00:01Z');
  expect(await (await web.request('/who', { headers: { cookie } })).text()).toContain('stranger');
});

test('a link is printed only while nobody is in', async () => {
  await database.as({ kind: 'system', task: 'test' }).write((tx) => tx.deleteFrom('session').execute());
  expect(await firstEntrance(database, ORIGIN, clock)).toMatch(/^https:\/\/netz\.example\.org\/eintritt\/[\w-]{43}$/);
  await enter();
  expect(await firstEntrance(database, ORIGIN, clock)).toBeNull();
});

test('a session that opens nothing any more for its silence keeps nobody out: the next start prints a link', async () => {
  await database.as({ kind: 'system', task: 'test' }).write((tx) => tx.deleteFrom('session').execute());
  const cookie = await enter();
  await database.sql('update session set seen_on = $1', [addDays(dayOf(clock.now()), -2)]);
  expect(await firstEntrance(database, ORIGIN, clock)).toMatch(/\/eintritt\//);
  expect(await (await web.request('/who', { headers: { cookie } })).text()).toContain('stranger');
});

test('neither token is kept, and neither table can be read by anybody but the program', async () => {
  const cookie = await enter();
  const rows = await database
    .as({ kind: 'system', task: 'test' })
    .read((db) => db.selectFrom('session').selectAll().execute());
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  for (const actor of [{ kind: 'stranger' }, { kind: 'operator', session: 'x' }] as const) {
    const db = database.as(actor);
    expect(await db.read((tx) => tx.selectFrom('session').selectAll().execute())).toEqual([]);
    expect(await db.read((tx) => tx.selectFrom('entrance').selectAll().execute())).toEqual([]);
    await expect(
      db.write((tx) =>
        tx.insertInto('entrance').values({ token_hash: 'x', made_at: new Date(), used_at: null }).execute(),
      ),
    ).rejects.toThrow('row-level security');
  }
});
