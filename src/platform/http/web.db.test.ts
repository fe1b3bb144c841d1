import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { openTestDatabase } from '../../../test/database.ts';
import { fixedClock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { createEvents } from '../events.ts';
import { createLog } from '../log/index.ts';
import {
  createWeb,
  accountSessionsStep,
  sessionActingStep,
  sessionFactorsStep,
  sessionsStep,
  type Env,
} from './index.ts';
import { ORIGIN, tryWeb, WORDS as words } from './try-web.ts';

const lines: string[] = [];
const log = createLog({ level: 'info', write: (line) => lines.push(line) });
const clock = fixedClock('2026-11-21T08:00:00Z');
let database: Database;
let web: Hono<Env>;

const build = (origin: string) => tryWeb({ database, log, clock, origin });

beforeAll(async () => {
  database = await openTestDatabase([sessionsStep, accountSessionsStep, sessionFactorsStep, sessionActingStep]);
  web = build(ORIGIN);
});
afterAll(() => database.close());
beforeEach(() => {
  lines.length = 0;
});

test('every answer carries the headers that keep other hosts out', async () => {
  for (const path of ['/who', '/health', '/nowhere', '/things/broken', '/assets/x.css']) {
    const { headers } = await web.request(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'; script-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('over plain http there is no promise of https, and forms keep their origin between machines', async () => {
  const plain = build('http://localhost:3000');
  const local = await plain.request('http://localhost:3000/who');
  expect(local.headers.get('strict-transport-security')).toBeNull();
  expect(local.headers.get('referrer-policy')).toBe('no-referrer');
  const lan = await plain.request('http://192.168.1.5:3000/who');
  expect(lan.headers.get('referrer-policy')).toBe('same-origin');
});

test.each([
  ['hidden', 404, 'notFound'],
  ['closed', 403, 'notAllowed'],
  ['taken', 409, 'conflict'],
  ['broken', 500, 'bug'],
  ['writes', 500, 'bug'],
])('/things/%s is answered with %i', async (id, status, kind) => {
  const answer = await web.request(`/things/${id}`);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(kind);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('what is hidden and what does not exist look the same', async () => {
  const [hidden, missing] = [await web.request('/things/hidden'), await web.request('/no/such/thing')];
  expect(await hidden.text()).toBe(await missing.text());
  const names = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'x-request-id');
  expect(names(hidden)).toEqual(names(missing));
});

test('a bug is logged once, with the id that the page shows and without what anybody typed', async () => {
  const answer = await web.request('/things/broken?search=anna');
  const id = answer.headers.get('x-request-id') ?? '';
  expect(await answer.text()).toContain(id);
  const bugs = lines.filter((line) => line.includes('"what":"bug"'));
  expect(bugs).toHaveLength(1);
  expect(bugs[0]).toContain(id);
  expect(lines.join()).not.toMatch(/anna/);
});

test('the access log knows the route, not the visitor', async () => {
  await web.request('/things/hidden?search=anna', { headers: { 'user-agent': 'anna', 'x-forwarded-for': '10.0.0.1' } });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    what: 'request',
    method: 'GET',
    route: '/things/:id',
    status: 404,
  });
  expect(lines[0]).not.toMatch(/anna|10\.0\.0\.1|hidden/);
});

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'cross-site', origin: ORIGIN }, 403],
  [{ origin: ORIGIN }, 200],
  [{ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, 200],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{}, 200],
])('a form sent with %o is answered with %i', async (headers, status) => {
  const body = new URLSearchParams({ name: 'x' });
  expect((await web.request('/things', { method: 'POST', body, headers })).status).toBe(status);
});

test('a form is read field by field, and nothing of it reaches a prototype', async () => {
  const body = 'a=1&b=2&b=3&__proto__=x';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await web.request('/things', { method: 'POST', body, headers });
  expect(await answer.text()).toBe('{"form":{"a":"1","b":["2","3"],"__proto__":"x"},"writes":true}');
});

test('what is no form is answered with 400', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'multipart/form-data']) {
    const answer = await web.request('/things', { method: 'POST', body: '{', headers: { 'content-type': type } });
    expect(answer.status).toBe(400);
  }
});

test('a form that is too large is refused by its announced length, and by counting where none is announced', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const announced = await web.request('/things', { method: 'POST', headers: { ...type, 'content-length': '900000' } });
  expect(announced.status).toBe(413);
  const chunk = new TextEncoder().encode('a'.repeat(64 * 1024));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(chunk);
    },
  });
  const request = new Request(`${ORIGIN}/things`, { method: 'POST', body, headers: type, duplex: 'half' });
  expect((await web.request(request)).status).toBe(413);
  expect(sent).toBeLessThan(20);
});

test('the language is asked for, remembered, or that of the browser', async () => {
  const asked = await web.request('/who?lang=ar', { headers: { 'accept-language': 'tr' } });
  expect(await asked.text()).toContain('ar');
  expect(asked.headers.getSetCookie()[0]).toMatch(/^language=ar;.*HttpOnly; Secure; SameSite=Lax/);
  expect(await (await web.request('/who', { headers: { cookie: 'language=uk' } })).text()).toContain('uk');
  expect(await (await web.request('/who', { headers: { 'accept-language': 'tr' } })).text()).toContain('tr');
  expect((await web.request('/who')).headers.get('vary')).toContain('cookie');
});

test('the link of a mail suggests a language, and changes nothing for who has chosen one or is signed in', async () => {
  const first = await web.request('/who?sprache=ar', { headers: { 'accept-language': 'tr' } });
  expect(await first.text()).toContain('ar');
  expect(first.headers.getSetCookie()[0]).toMatch(/^language=ar;/);
  for (const cookie of ['language=uk', `__Host-session=${'a'.repeat(43)}; language=uk`]) {
    const chosen = await web.request('/who?sprache=ar', { headers: { cookie } });
    expect(await chosen.text()).toContain('uk');
    expect(chosen.headers.getSetCookie()).toEqual([]);
  }
  const headers = { cookie: `__Host-session=${'a'.repeat(43)}`, 'accept-language': 'tr' };
  const within = await web.request('/who?sprache=ar', { headers });
  expect(await within.text()).toContain('tr');
  expect(within.headers.getSetCookie()).toEqual([]);
  const switched = await web.request('/who?sprache=ar&lang=de', { headers });
  expect(switched.headers.getSetCookie()[0]).toMatch(/^language=de;/);
});

test('a notice is said once, by the next page', async () => {
  const left = await web.request('/things', { method: 'POST', body: new URLSearchParams({ a: '1' }) });
  const cookie = left.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const next = await web.request('/who', { headers: { cookie } });
  expect(await next.text()).toContain('platform.entrance.welcome');
  expect(next.headers.getSetCookie()[0]).toContain('notice=; Max-Age=0');
});

test('a notice that is not in the catalogue is not said', async () => {
  for (const text of ['{"key":"evil"}', 'no json', '{"key":1}', 'null']) {
    const answer = await web.request('/who', { headers: { cookie: `notice=${encodeURIComponent(text)}` } });
    expect(await answer.text()).toBe('stranger de -');
  }
});

test('health is told in one word', async () => {
  expect(await (await web.request('/health')).json()).toEqual({ status: 'ok' });
  const broken = createWeb({
    database: { as: (actor) => database.as(actor), sql: () => Promise.reject(new Error('down')) },
    words,
    clock,
    log,
    origin: ORIGIN,
    events: createEvents(log),
    renderTrouble: () => '',
  });
  const answer = await broken.request('/health');
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable' }]);
});

test('when even the page of an error fails, a plain sentence with the id is left', async () => {
  const broken = createWeb({
    database,
    words,
    clock,
    log,
    origin: ORIGIN,
    events: createEvents(log),
    renderTrouble: () => {
      throw new Error('no page');
    },
  });
  const answer = await broken.request('/nowhere');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain(answer.headers.get('x-request-id'));
});
