import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { proveSessions } from '../../../test/people.ts';
import { tryDevice } from '../../../test/device.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Actor } from '../../plain/actor.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { appoint } from './appoint.ts';
import { openAccountSession } from './open-session.ts';
import { COORDINATION, type RoleRef } from './role.ts';
import { cookieOf, ORIGIN, PASSPHRASE, START, tryWeb } from './try-web.ts';

const PATH = '/konto/zweiter-schritt';
let database: Database;
let site: Awaited<ReturnType<typeof tryWeb>>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  site = await tryWeb(database);
}, 120_000);
afterAll(() => database.close());
beforeEach(async () => {
  site.clock.turn(START);
  await database.exec("delete from role where kind <> 'organisation'");
});

async function held(role: RoleRef, passphrase?: null) {
  const made = await site.account(passphrase === null ? { passphrase } : {});
  const term = { ...role, place: 'holder', account: made.id, from: '2026-01-01', until: null } as const;
  await site.write((tx) => appoint(tx, term, site.clock.now(), 'system'));
  return made;
}

async function voice(): Promise<RoleRef> {
  const organisation = newId(site.clock.now());
  await database.sql("insert into subject (id, kind) values ($1, 'organisation')", [organisation]);
  return { kind: 'organisation', organisation };
}

async function codeOf(id: string): Promise<string> {
  const { rows } = await database.sql('select totp_secret from account where id = $1', [id]);
  return new TOTP({ secret: String(rows[0]?.['totp_secret']) }).generate({ timestamp: site.clock.now().getTime() });
}

/** From one factor to two, as the pages lead. */
async function setUp(id: string, cookie: string, next = '/rollen') {
  expect((await site.post(PATH, { present: PASSPHRASE, next }, { cookie })).status).toBe(303);
  return site.post(`${PATH}/an`, { code: await codeOf(id), next }, { cookie });
}

const wordsIn = (page: string) => [...page.matchAll(/<b>([a-zäöüß]+)<\/b>/g)].map(([, word]) => word ?? '');

test('whoever coordinates holds no right before a second step, and is led to it in one go', async () => {
  const { alias, id } = await held(COORDINATION);
  const entered = await site.post('/anmelden', { alias, passphrase: PASSPHRASE, next: '/rollen' });
  expect(entered.headers.get('location')).toBe(`${PATH}?weiter=%2Frollen`);
  const cookie = cookieOf(entered);
  expect(await site.who(cookie)).toMatchObject({ kind: 'account', awaitsSecondStep: true });
  for (const closed of ['/rollen', '/was-es-nicht-gibt']) {
    const led = await site.web.request(`${ORIGIN}${closed}`, { headers: { cookie } });
    expect(led.headers.get('location')).toBe(`${PATH}?weiter=${encodeURIComponent(closed)}`);
  }
  expect((await site.post('/rollen/koordination/einladung', { place: 'deputy' }, { cookie })).status).toBe(404);
  expect(await site.get(PATH, cookie)).toContain('Es fehlt noch ein Schritt');
  expect(await site.get('/konto', cookie)).toContain('Es fehlt noch ein Schritt');
  const on = await setUp(id, cookie);
  const page = await on.text();
  expect(wordsIn(page)).toHaveLength(8);
  expect(page).toContain('href="/rollen"');
  expect(await site.who(cookie)).toEqual({ kind: 'stranger' });
  expect(await site.who(cookieOf(on))).toMatchObject({ kind: 'coordination' });
});

test('a passkey that asks for a PIN is both factors: nothing is missing then', async () => {
  const { id } = await held(COORDINATION, null);
  const device = tryDevice(ORIGIN);
  const asked = async (path: string, cookie = '') =>
    JSON.parse(await (await site.post(path, {}, { cookie })).text()) as Record<string, { challenge: string }> & {
      ceremony: string;
    };
  const opened = { account: id, device: null, instead: null };
  const { token } = await site.write((tx) => openAccountSession(tx, opened, site.clock.now()));
  const cookie = `__Host-session=${token}`;
  expect(await site.who(cookie)).toMatchObject({ awaitsSecondStep: true });
  const made = await asked('/konto/passkeys/frage', cookie);
  const answer = device.make(made['make']?.challenge ?? '');
  const added = await site.post(
    '/konto/passkeys',
    { passkeyCeremony: made.ceremony, passkeyAnswer: answer },
    { cookie },
  );
  expect(wordsIn(await added.text())).toHaveLength(8);
  expect(await site.who(cookieOf(added))).toMatchObject({ kind: 'coordination' });
  for (const [isUnlocked, status] of [
    [false, 422],
    [true, 303],
  ] as const) {
    const shown = await asked('/anmelden/passkey/frage');
    const passkeyAnswer = device.show(shown['show']?.challenge ?? '', { isUnlocked });
    const entered = await site.post('/anmelden/passkey', { passkeyCeremony: shown.ceremony, passkeyAnswer });
    expect(entered.status).toBe(status);
    if (isUnlocked) expect(await site.who(cookieOf(entered))).toMatchObject({ kind: 'coordination' });
  }
});

test('where there is a second factor, a passphrase alone makes no other one and changes no way in', async () => {
  const { alias, id } = await held(COORDINATION);
  await setUp(id, await site.enter(alias));
  // As after a sign-in of before there were second steps, or with a passphrase beside a passkey.
  await site.write((tx) => tx.updateTable('session').set({ two_factors: false }).where('account', '=', id).execute());
  const { rows } = await database.sql('select id from session where account = $1', [id]);
  expect(rows).toHaveLength(1);
  await database.sql('update account set totp_step = null, totp_secret = null where id = $1', [id]);
  const cookie = await site.enter(alias);
  await database.sql(
    `insert into passkey (id, account, credential, public_key, handle, counter, transports, is_backed_up, label, made_on)
      values ($1, $2, $3, 'k', 'h', 0, '', false, '', '2026-11-21')`,
    [newId(site.clock.now()), id, `c-${id}`],
  );
  for (const path of [PATH, '/konto/wiederherstellung/woerter', '/konto/passkeys/andere/ende'])
    expect((await site.post(path, { present: PASSPHRASE }, { cookie })).status).toBeGreaterThanOrEqual(404);
  const page = await (await site.post(PATH, { present: PASSPHRASE }, { cookie })).text();
  expect(page).toBe('conflict');
  expect(await site.get(PATH, cookie)).not.toContain('name="present"');
});

test('printed words end no second step: until a new one is there, nobody is spoken for', async () => {
  const role = await voice();
  const { alias, id } = await held(role);
  const before = await site.enter(alias);
  expect(await site.who(before)).toMatchObject({ organisations: [role.organisation] });
  const words = wordsIn(await (await setUp(id, before, '/konto')).text());
  const typed = { alias, code: words.join(' '), passphrase: 'wolke zimt specht garten lampe' };
  const back = await site.post('/wiederherstellen/woerter', { ...typed, passphraseAgain: typed.passphrase });
  expect(back.status).toBe(200);
  const cookie = await site.enter(alias, {}, typed.passphrase);
  expect(await site.who(cookie)).toMatchObject({ organisations: [], awaitsSecondStep: true });
  await site.post(PATH, { present: typed.passphrase, next: '/konto' }, { cookie });
  site.clock.turn('2026-11-21T09:05:00Z');
  const on = await site.post(`${PATH}/an`, { code: await codeOf(id), next: '/konto' }, { cookie });
  const actor = await site.who(cookieOf(on));
  expect(actor).toMatchObject({ organisations: [role.organisation] });
  expect(actor).not.toHaveProperty('awaitsSecondStep');
});

test('an organisation without a second step keeps its rights when it comes back by words', async () => {
  const role = await voice();
  const { alias } = await held(role);
  const cookie = await site.enter(alias);
  const words = wordsIn(await (await site.post('/konto/wiederherstellung/woerter', {}, { cookie })).text());
  const typed = { alias, code: words.join(' '), passphrase: 'wolke zimt specht garten lampe' };
  await site.post('/wiederherstellen/woerter', { ...typed, passphraseAgain: typed.passphrase });
  expect(await site.who(await site.enter(alias, {}, typed.passphrase))).toMatchObject({
    organisations: [role.organisation],
  });
});

test('a second step that is switched off takes the rights of the house with it, in every session', async () => {
  const { alias, id } = await held(COORDINATION);
  const cookie = cookieOf(await setUp(id, await site.enter(alias)));
  expect(await site.who(cookie)).toMatchObject({ kind: 'coordination' });
  site.clock.turn('2026-11-21T09:05:00Z');
  await site.post(`${PATH}/aus`, { code: await codeOf(id) }, { cookie });
  expect(await site.who(cookie)).toMatchObject({ kind: 'account', awaitsSecondStep: true });
});

test('a clock that ran ahead for a while locks nobody out, and a code still opens once', async () => {
  const { alias, id } = await site.account();
  site.clock.turn('2027-11-01T09:00:00Z');
  const later = await site.enter(alias);
  await setUp(id, later, '/konto');
  site.clock.turn('2026-11-21T09:10:00Z');
  const enter = async (code: string) => {
    const half = await (await site.post('/anmelden', { alias, passphrase: PASSPHRASE })).text();
    const step = /name="step" value="([\w-]{43})"/.exec(half)?.[1] ?? '';
    return (await site.post('/anmelden/code', { step, code })).status;
  };
  const code = await codeOf(id);
  expect([await enter(code), await enter(code)]).toEqual([303, 422]);
});

test('a role of the house is out after a whole day of silence, everybody else after two weeks', async () => {
  const house = await held(COORDINATION);
  const other = await site.account();
  const theirs = await site.enter(house.alias);
  const ours = await site.enter(other.alias);
  await proveSessions(database, house.id);
  // On days of their own, because a token changes with the first visit of a day.
  const after = async (seenOn: string, cookie: string) => {
    await database.sql('update session set seen_on = $1', [seenOn]);
    return ((await site.who(cookie)) as Actor).kind;
  };
  expect(await after('2026-11-20', theirs)).toBe('coordination');
  expect(await after('2026-11-07', ours)).toBe('account');
  expect(await after('2026-11-19', theirs)).toBe('stranger');
  expect(await after('2026-11-06', ours)).toBe('stranger');
  // Over for good, not only for this request.
  expect(await after('2026-11-21', theirs)).toBe('stranger');
  expect(await site.get('/konto', await site.enter(other.alias))).toContain('14 Tage lang nicht warst');
});
