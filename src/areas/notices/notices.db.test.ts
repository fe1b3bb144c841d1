import type { Hono } from 'hono';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { saying } from '../../plain/words.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { createEvents } from '../../platform/events.ts';
import { addEntrance, createWeb, makeEntrance, type Env } from '../../platform/http/index.ts';
import { SILENT } from '../../platform/log/index.ts';
import { postMail, sendDueMails } from '../../platform/mail/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { addNoticePages, raiseNotice } from './index.ts';

const ORIGIN = 'http://localhost';
const clock = fixedClock('2026-11-21T09:00:00Z');
const words = loadWords('src');
const ABOUT = '/auffrischen/0190b1c2-0000-7000-8000-000000000000';
let database: Database;
let web: Hono<Env>;
let cookie: string;
let outbox: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  outbox = await mkdtemp(join(tmpdir(), 'geflecht-notices-'));
  web = createWeb({
    database,
    words,
    clock,
    events: createEvents(SILENT),
    log: SILENT,
    origin: ORIGIN,
    renderTrouble: ({ kind }) => kind,
    bare: [],
  });
  addEntrance(web, { database, clock, origin: ORIGIN, renderEntrance: (_c, action) => action ?? '' });
  const sender = { site: 'Netz', origin: ORIGIN };
  addNoticePages(web, {
    wordsIn: (language) => words.in(language),
    sender: () => Promise.resolve(sender),
    outbox,
    frame: (c) =>
      Promise.resolve({
        words: c.var.words,
        url: new URL(c.req.url),
        site: 'Netz',
        invented: false,
        signedIn: true,
        languages: [],
        nav: [],
        notice: null,
        asset: (name: string) => `/assets/${name}`,
        unread: false,
      }),
  });
  const link = await makeEntrance(database, ORIGIN, clock);
  const entered = await web.request(new URL(link).pathname, { method: 'POST', headers: { origin: ORIGIN } });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const office = {
    db: database.as(system('mail')),
    clock,
    log: SILENT,
    wordsIn: (language: string) => words.in(language),
    sender: () => Promise.resolve({ ...sender, from: 'netz@example.org' }),
    transport: null,
    outbox,
    givenUp: () => undefined,
  };
  await office.db.write((tx) =>
    postMail(
      tx,
      {
        receiver: 'buero@verein.example',
        language: 'ar',
        subject: saying('notices.title'),
        paragraphs: [],
        link: '/x',
      },
      clock.now(),
    ),
  );
  await sendDueMails(office);
});
afterAll(async () => {
  await database.close();
  await rm(outbox, { recursive: true });
});

const program = () => ({ db: database.as(system('test')), actor: system('test'), clock });
const get = (path: string, as = cookie) => web.request(path, { headers: { cookie: as } });
const post = (path: string, as = cookie) =>
  web.request(path, { method: 'POST', headers: { cookie: as, origin: ORIGIN } });

test('the same thing stands there once, until somebody has looked at it', async () => {
  await raiseNotice(program(), 'askUnanswered', ABOUT);
  await raiseNotice(program(), 'askUnanswered', ABOUT);
  await raiseNotice(program(), 'mailGivenUp', null);
  await raiseNotice(program(), 'mailGivenUp', null);
  const page = await (await get('/hinweise')).text();
  expect(page.match(/action="\/hinweise\//g)).toHaveLength(2);
  expect(page).toContain(`href="${ABOUT}"`);
  for (const [, id] of page.matchAll(/action="\/hinweise\/([^"]+)"/g)) {
    expect((await post(`/hinweise/${id}`)).status).toBe(303);
    expect((await post(`/hinweise/${id}`)).status).toBe(404);
  }
  expect(await (await get('/hinweise')).text()).toContain('Gerade ist nichts zu tun.');
  await raiseNotice(program(), 'askUnanswered', ABOUT);
  expect(await (await get('/hinweise')).text()).toContain(ABOUT);
});

test('what came of a thing settles what it asked for, of this thing alone', async () => {
  const open = async () =>
    (
      await database.sql(
        "select kind, about from notice where about like '/anfragen/%' and done_on is null order by id",
      )
    ).rows;
  await raiseNotice(program(), 'agreeToAsk', '/anfragen/1');
  await raiseNotice(program(), 'agreeToAsk', '/anfragen/2');
  await raiseNotice(program(), 'requestArrived', '/anfragen/1');
  expect(await open()).toEqual([
    { kind: 'agreeToAsk', about: '/anfragen/2' },
    { kind: 'requestArrived', about: '/anfragen/1' },
  ]);
  await raiseNotice(program(), 'requestAnswered', '/anfragen/1');
  expect((await open()).map(({ kind }) => kind)).toEqual(['agreeToAsk', 'requestAnswered']);
  await database.sql("delete from notice where about like '/anfragen/%'");
});

test('nobody else can tell that these pages exist, or raise anything', async () => {
  for (const path of ['/hinweise', '/postausgang']) {
    const [closed, none] = [await get(path, ''), await get('/gibt-es-nicht', '')];
    expect([closed.status, await closed.text()]).toEqual([none.status, await none.text()]);
    expect((await post(`${path}/0190b1c2-0000-7000-8000-000000000000`, '')).status).toBe(404);
  }
  const stranger = { db: database.as(STRANGER), actor: STRANGER, clock };
  await expect(raiseNotice(stranger, 'mailGivenUp', null)).rejects.toThrow(NotAllowedError);
});

test('the operator reads a mail in its own language and direction, hands it over, and it is gone', async () => {
  const page = await (await get('/postausgang')).text();
  expect(page).toContain('buero@verein.example');
  expect(page).toMatch(/lang="ar" dir="rtl"/);
  expect(page).toContain('http://localhost/x');
  expect(page).toContain('Du siehst sie nur, weil du sie weitergeben musst. Öffne die Links darin nicht');
  expect(await readdir(outbox)).toHaveLength(1);
  const id = /action="\/postausgang\/([^"]+)"/.exec(page)?.[1];
  expect((await post(`/postausgang/${id}`)).status).toBe(303);
  expect(await readdir(outbox)).toEqual([]);
  expect((await database.sql('select state, receiver, content from mail')).rows).toEqual([
    { state: 'sent', receiver: null, content: null },
  ]);
  expect((await post(`/postausgang/${id}`)).status).toBe(404);
});
