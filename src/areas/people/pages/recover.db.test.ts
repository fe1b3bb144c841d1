import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/database.ts';
import { MIGRATIONS } from '../../../app/migrations.ts';
import { createEvents } from '../../../platform/events.ts';
import type { Database } from '../../../platform/database/index.ts';
import { createWeb, type Env, type Request } from '../../../platform/http/index.ts';
import { SILENT } from '../../../platform/log/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { recogniser } from '../recognise.ts';
import { tryPeople } from '../../../../test/people.ts';
import { addPeoplePages } from './routes.tsx';

const ORIGIN = 'https://netz.example.org';
const frame = (c: Request): Promise<Frame> =>
  Promise.resolve({
    words: c.var.words,
    url: new URL(c.req.url),
    site: 'Rhönau',
    invented: true,
    signedIn: false,
    account: null,
    languages: [],
    nav: [],
    notice: null,
    asset: (name: string) => `/${name}`,
    unread: false,
  });
let database: Database;
let web: Hono<Env>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const people = tryPeople(database, '2026-11-21T20:00:00Z');
  web = createWeb({
    database,
    words: loadWords('src'),
    clock: people.clock,
    events: createEvents(SILENT),
    log: SILENT,
    origin: ORIGIN,
    recognise: recogniser(database),
    renderTrouble: ({ kind }) => kind,
  });
  addPeoplePages(web, {
    frame,
    origin: ORIGIN,
    workPath: '/zusammenarbeit',
    namesOf: () => Promise.resolve(new Map()),
    wordsFor: (c) => Promise.resolve([c.var.words]),
  });
  const holder = await people.account('Linde 1');
  await people.term(await people.role('organisation', await people.organisation()), 'holder', holder);
});
afterAll(() => database.close());

async function post(path: string, form: Readonly<Record<string, string>>, origin = ORIGIN) {
  const response = await web.request(path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'de' },
    body: new URLSearchParams(form).toString(),
  });
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length');
  return { status: response.status, text, headers: Object.fromEntries(headers) };
}

/** The page without the words that are drawn by chance. */
const fixed = (text: string) => text.replaceAll(/<b>[a-z]+<\/b>/g, '<b></b>');

test('a page does not tell whether somebody has this alias', async () => {
  const known = await post('/wiederherstellen/bitte', { alias: 'Linde 1' });
  const unknown = await post('/wiederherstellen/bitte', { alias: 'Niemand 1' });
  expect(known.text.match(/<b>[a-z]+<\/b>/g)).toHaveLength(8);
  expect({ ...known, text: fixed(known.text) }).toEqual({ ...unknown, text: fixed(unknown.text) });
  expect(known.headers['cache-control']).toBe('no-store');
  for (const way of ['woerter', 'code']) {
    const form = { code: 'ahorn ahorn', passphrase: 'geheim geheim geheim', passphraseAgain: 'anders' };
    const one = await post(`/wiederherstellen/${way}`, { alias: 'Linde 1', ...form });
    const other = await post(`/wiederherstellen/${way}`, { alias: 'Niemand 1', ...form });
    expect(one.status).toBe(422);
    // Each page offers another passphrase made of words.
    const suggested = (text: string) => text.replaceAll(/zum Beispiel diese: [a-z ]+/g, '');
    expect(suggested(one.text.replaceAll('Linde 1', ''))).toBe(suggested(other.text.replaceAll('Niemand 1', '')));
    expect(one.text).not.toMatch(/geheim|ahorn ahorn/);
  }
});

test('questions to a device are for nobody else’s site and for nobody’s cache', async () => {
  expect((await post('/anmelden/passkey/frage', {}, 'https://evil.example')).status).toBe(403);
  const asked = await post('/anmelden/passkey/frage', {});
  expect([asked.status, asked.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(JSON.parse(asked.text)).toMatchObject({ show: { rpId: 'netz.example.org', userVerification: 'preferred' } });
  expect(asked.headers['permissions-policy']).not.toContain('publickey-credentials');
  for (const alias of ['linde 1', 'niemand 1'])
    expect(Object.keys(JSON.parse((await post('/passkey/frage', { alias })).text))).toEqual(['ceremony', 'make']);
  expect(JSON.parse((await post('/passkey/frage', { alias: 'x' })).text)).toEqual({
    told: 'Nimm mindestens 3 Buchstaben oder Ziffern.',
  });
});

test('the keys and words of an account are not there for a stranger', async () => {
  for (const path of ['/konto/passkeys', '/konto/passkeys/frage', '/konto/wiederherstellung/woerter'])
    expect(await post(path, {})).toMatchObject({ status: 303, text: '' });
});
