import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/database.ts';
import { proveSessions } from '../../../../test/people.ts';
import { MIGRATIONS } from '../../../app/migrations.ts';
import type { Database } from '../../../platform/database/index.ts';
import { hashOf, insertSession, newToken } from '../../../platform/http/index.ts';
import { newId } from '../../../plain/ids.ts';
import { appoint } from '../appoint.ts';
import { COORDINATION, type Place, type RoleRef } from '../role.ts';
import { cookieOf, ORIGIN, PASSPHRASE, openPeopleWeb } from '../../../../test/people-web.ts';

let database: Database;
let site: Awaited<ReturnType<typeof openPeopleWeb>>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  site = await openPeopleWeb(database);
});
afterAll(() => database.close());

async function organisation(): Promise<string> {
  const id = newId(site.clock.now());
  await database.sql("insert into subject (id, kind) values ($1, 'organisation')", [id]);
  return id;
}

async function held(role: RoleRef, place: Place) {
  const { alias, id } = await site.account();
  const term = { ...role, place, account: id, from: '2026-01-01', until: null };
  await site.write((tx) => appoint(tx, term, site.clock.now(), 'system'));
  const cookie = await site.enter(alias);
  if (role.organisation === null) await proveSessions(database, id);
  return { alias, id, cookie };
}

const voice = (id: string): RoleRef => ({ kind: 'organisation', organisation: id });
const open = (path: string, cookie = '') => site.web.request(`${ORIGIN}${path}`, { headers: { cookie } });
const linkIn = (page: string): string => /href="(\/einladung\/[\w-]{43})"/.exec(page)?.[1] ?? '';

async function coordination() {
  const { rows } = await database.sql("select id from role where kind = 'coordination'");
  if (rows.length > 0) await database.sql('delete from role where id = $1', [rows[0]?.['id']]);
  return held(COORDINATION, 'holder');
}

test('a mail to an organisation speaks its languages, not that of whoever invites', async () => {
  const house = await organisation();
  const { cookie } = await coordination();
  const answer = await site.post(
    `/organisationen/${house}/rollen/einladung?lang=uk`,
    { place: 'holder', mail: 'sprachen@example.org', until: '' },
    { cookie },
  );
  expect(answer.status).toBe(200);
  const { rows } = await database.sql(
    "select language, content::text as content from mail where receiver = 'sprachen@example.org'",
  );
  expect(rows.map(({ language }) => language)).toEqual(['tr']);
  expect(String(rows[0]?.['content'])).toContain('people.invite.mail.text');
  expect(String(rows[0]?.['content'])).toContain('Jemand lädt dich ein');
});

test('the coordination invites an organisation by a page, and somebody new takes the role up', async () => {
  const house = await organisation();
  const { cookie } = await coordination();
  const made = await site.post(
    `/organisationen/${house}/rollen/einladung`,
    { place: 'holder', mail: 'post@example.org', until: '' },
    { cookie },
  );
  expect(made.status).toBe(200);
  expect(made.headers.get('cache-control')).toBe('no-store');
  const link = linkIn(await made.text());
  expect(link).not.toBe('');
  const { rows } = await database.sql("select content::text as content from mail where receiver = 'post@example.org'");
  expect(String(rows[0]?.['content'])).toContain(link);
  const look = await (await open(link)).text();
  expect(look).toContain('Frauenverein Nûjîn');
  // What one says yes to is all that the role can do, and who learns the alias is said of this role alone.
  expect(look).toContain('Vereinbarungen schreiben und unterschreiben');
  expect(look).toContain('nur die Menschen, mit denen du dir diese Aufgabe teilst');
  expect(look).not.toContain('die Menschen in der Koordination und im Betrieb');
  expect(await (await open(`${link}?lang=ar`)).text()).toMatch(/الألمانية: \u2068[a-zäöüß -]+\u2069/);
  const roles = await (await open(`/organisationen/${house}/rollen`, cookie)).text();
  expect(roles).toContain('Diese Seite lesen nur die Organisation selbst, die Koordination und der Betrieb.');
  const key = link.split('/').at(-1) ?? '';
  const wrong = await site.post('/einladung/annehmen', {
    key,
    alias: 'Neue Fähre 7',
    passphrase: 'kurz',
    passphraseAgain: 'kurz',
  });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again).toContain('value="Neue Fähre 7"');
  expect(again).not.toContain('"kurz"');
  const taken = await site.post('/einladung/annehmen', {
    key,
    alias: 'Neue Fähre 7',
    passphrase: PASSPHRASE,
    passphraseAgain: PASSPHRASE,
  });
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/zusammenarbeit']);
  expect(await site.who(cookieOf(taken))).toMatchObject({ kind: 'account', organisations: [house] });
  // The same link, a made-up one and one that was taken back show the same page.
  const used = await open(link);
  const madeUp = await open(`/einladung/${'x'.repeat(43)}`);
  expect([used.status, madeUp.status]).toEqual([404, 404]);
  const plain = (page: string, path: string) => page.replaceAll(path, 'X');
  expect(plain(await used.text(), link)).toBe(plain(await madeUp.text(), `/einladung/${'x'.repeat(43)}`));
});

test('who keeps the network sees that a place of an organisation is taken, not by whom', async () => {
  const house = await organisation();
  const { cookie, alias: coordinator } = await coordination();
  const holder = await held(voice(house), 'holder');
  const deputy = await held(voice(house), 'deputy');
  for (const path of ['/rollen', `/organisationen/${house}/rollen`]) {
    const page = await (await open(path, cookie)).text();
    expect(page).not.toContain(holder.alias);
    expect(page).not.toContain(deputy.alias);
  }
  const list = await (await open('/rollen', cookie)).text();
  expect(list).toContain(coordinator);
  expect(list).toContain('wartet auf Aufnahme');
  const own = await (await open(`/organisationen/${house}/rollen`, deputy.cookie)).text();
  expect(own).toContain(holder.alias);
  await site.post(`/organisationen/${house}/rollen/aufnahme`, {}, { cookie });
  expect(await site.who(holder.cookie)).toMatchObject({ isAdmitted: true });
});

test('for strangers and other organisations the pages of a role are not there', async () => {
  const house = await organisation();
  await held(voice(house), 'holder');
  const neighbour = await held(voice(await organisation()), 'holder');
  const none = newId(site.clock.now());
  for (const cookie of ['', neighbour.cookie]) {
    const answers = await Promise.all(
      [house, none].map(async (id) => {
        const page = await open(`/organisationen/${id}/rollen`, cookie);
        return [page.status, await page.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(404);
    expect((await open('/rollen', cookie)).status).toBe(404);
    expect((await open('/rollen/koordination', cookie)).status).toBe(404);
    const posted = await site.post(`/organisationen/${house}/rollen/einladung`, { place: 'deputy' }, { cookie });
    expect(posted.status).toBe(404);
    expect((await open(`/organisationen/${house}/rollen/uebergabe`, cookie)).status).toBe(404);
  }
});

test('an invitation is accepted by the account at hand, which gets a new session', async () => {
  const house = await organisation();
  const holder = await held(voice(house), 'holder');
  const other = await held(voice(await organisation()), 'holder');
  const made = await site.post(
    `/organisationen/${house}/rollen/einladung`,
    { place: 'deputy' },
    { cookie: holder.cookie },
  );
  const link = linkIn(await made.text());
  expect(await (await open(link, other.cookie)).text()).toContain(`Als ${other.alias} annehmen`);
  const key = link.split('/').at(-1) ?? '';
  const taken = await site.post('/einladung/annehmen', { key, who: 'mine' }, { cookie: other.cookie });
  expect(taken.status).toBe(303);
  expect(await site.who(cookieOf(taken))).toMatchObject({ kind: 'account', account: other.id });
  expect(await site.who(other.cookie)).toMatchObject({ kind: 'stranger' });
});

test('six words from paper open the invitation; they never come back into a page that refuses them', async () => {
  const house = await organisation();
  const holder = await held(voice(house), 'holder');
  const made = await site.post(
    `/organisationen/${house}/rollen/einladung`,
    { place: 'deputy' },
    { cookie: holder.cookie },
  );
  const code = /<b lang="de" dir="ltr">([a-z ]+)<\/b>/.exec(await made.text())?.[1] ?? '';
  expect(code.split(' ')).toHaveLength(6);
  const opened = await site.post('/einladung', { code: code.toUpperCase() });
  expect(opened.status).toBe(200);
  expect(await opened.text()).toContain('Frauenverein Nûjîn');
  const refused = await site.post('/einladung', { code: 'apfel birke dohle efeu fuchs garn' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).not.toContain('dohle');
  const taken = await site.post('/einladung/annehmen', {
    key: code,
    alias: 'Papier Boot 3',
    passphrase: PASSPHRASE,
    passphraseAgain: PASSPHRASE,
  });
  expect(taken.status).toBe(303);
});

test('handing over works by its pages, and the old holder is out at the next request', async () => {
  const house = await organisation();
  const path = `/organisationen/${house}/rollen/uebergabe`;
  const holder = await held(voice(house), 'holder');
  const deputy = await held(voice(house), 'deputy');
  expect(await (await open(path, holder.cookie)).text()).toContain(deputy.alias);
  const late = await site.post(path, { to: 'deputy', day: '2026-11-20' }, { cookie: holder.cookie });
  expect(late.status).toBe(422);
  const asked = await site.post(path, { to: 'deputy', day: '2026-11-21' }, { cookie: holder.cookie });
  expect([asked.status, asked.headers.get('location')]).toEqual([303, path]);
  expect((await site.post(`${path}/zusage`, {}, { cookie: holder.cookie })).status).toBe(403);
  expect(await (await open(path, deputy.cookie)).text()).toContain('Ja, ich übernehme');
  expect((await site.post(`${path}/zusage`, {}, { cookie: deputy.cookie })).status).toBe(303);
  expect(await site.who(holder.cookie)).toMatchObject({ organisations: [] });
  expect(await site.who(deputy.cookie)).toMatchObject({ organisations: [house] });
  expect(await (await open(`/organisationen/${house}/rollen`, deputy.cookie)).text()).not.toContain(holder.alias);
});

test('whoever gives a role up is out at once, and the page of the role is gone for them', async () => {
  const house = await organisation();
  const holder = await held(voice(house), 'holder');
  const page = await (await open(`/organisationen/${house}/rollen`, holder.cookie)).text();
  const action = /action="([^"]+\/ende)"/.exec(page)?.[1] ?? '';
  expect((await site.post(action, {}, { cookie: holder.cookie })).headers.get('location')).toBe('/konto');
  expect((await open(`/organisationen/${house}/rollen`, holder.cookie)).status).toBe(404);
});

test('the first entrance gets an account by an invitation to itself, others do not', async () => {
  expect((await site.post('/rollen/mein-konto', {})).status).toBe(404);
  const token = newToken();
  await site.write((tx) =>
    insertSession(tx, { tokenHash: hashOf(token), account: null, device: null }, site.clock.now()),
  );
  const cookie = `__Host-session=${token}`;
  expect(await (await open('/rollen', cookie)).text()).toContain('Konto anlegen');
  const made = await site.post('/rollen/mein-konto', {}, { cookie });
  const link = made.headers.get('location') ?? '';
  const typed = { alias: 'Erste Boje 1', passphrase: PASSPHRASE, passphraseAgain: PASSPHRASE };
  const taken = await site.post('/einladung/annehmen', { key: link.split('/').at(-1) ?? '', ...typed }, { cookie });
  // A new passphrase is one factor: the role opens with a second one.
  expect(taken.headers.get('location')).toBe('/konto/zweiter-schritt?weiter=%2Frollen');
  expect(await site.who(cookieOf(taken))).toMatchObject({ kind: 'account', awaitsSecondStep: true });
  await database.exec('update session set two_factors = true');
  expect(await site.who(cookieOf(taken))).toMatchObject({ kind: 'operator' });
  expect((await site.post('/rollen/mein-konto', {}, { cookie: cookieOf(taken) })).status).toBe(404);
  // The session of the link from the terminal has ended with that.
  expect(await site.who(cookie)).toEqual({ kind: 'stranger' });
});
