import { TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { cookieOf, ORIGIN, PASSPHRASE, usePeopleWeb } from '../../../test/people-web.ts';
import { proveSessions } from '../../../test/people.ts';
import { tryDevice } from '../../../test/device.ts';
import type { Actor } from '../../plain/actor.ts';
import { newId } from '../../plain/ids.ts';
import { appoint } from './appoint.ts';
import { openAccountSession } from './open-session.ts';
import { COORDINATION, type RoleRef } from './role.ts';

const PATH = '/konto/zweiter-schritt';
const web = usePeopleWeb();
beforeEach(() => web.database.exec("delete from role where kind <> 'organisation'"));

async function held(role: RoleRef, passphrase?: null) {
  const made = await web.site.account(passphrase === null ? { passphrase } : {});
  const term = { ...role, place: 'holder', account: made.id, from: '2026-01-01', until: null } as const;
  await web.site.write((tx) => appoint(tx, term, web.site.clock.now(), 'system'));
  return made;
}

async function voice(): Promise<RoleRef> {
  const organisation = newId(web.site.clock.now());
  await web.database.sql("insert into subject (id, kind) values ($1, 'organisation')", [organisation]);
  return { kind: 'organisation', organisation };
}

async function codeOf(id: string): Promise<string> {
  const { rows } = await web.database.sql('select totp_secret from account where id = $1', [id]);
  return new TOTP({ secret: String(rows[0]?.['totp_secret']) }).generate({
    timestamp: web.site.clock.now().getTime(),
  });
}

/** From one factor to two, as the pages lead. */
async function setUp(id: string, cookie: string, next = '/rollen') {
  expect((await web.site.post(PATH, { present: PASSPHRASE, next }, { cookie })).status).toBe(303);
  return web.site.post(`${PATH}/an`, { code: await codeOf(id), next }, { cookie });
}

const wordsIn = (page: string) => [...page.matchAll(/<b>([a-zäöüß]+)<\/b>/g)].map(([, word]) => word ?? '');

test('whoever coordinates holds no right before a second step, and is led to it in one go', async () => {
  const { alias, id } = await held(COORDINATION);
  const entered = await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE, next: '/rollen' });
  expect(entered.headers.get('location')).toBe(`${PATH}?weiter=%2Frollen`);
  const cookie = cookieOf(entered);
  expect(await web.site.who(cookie)).toMatchObject({ kind: 'account', awaitsSecondStep: true });
  for (const closed of ['/rollen', '/was-es-nicht-gibt']) {
    const led = await web.site.web.request(`${ORIGIN}${closed}`, { headers: { cookie } });
    expect(led.headers.get('location')).toBe(`${PATH}?weiter=${encodeURIComponent(closed)}`);
  }
  expect((await web.site.post('/rollen/koordination/einladung', { place: 'deputy' }, { cookie })).status).toBe(404);
  expect(await web.site.get(PATH, cookie)).toContain('Es fehlt noch ein Schritt');
  expect(await web.site.get('/konto', cookie)).toContain('Es fehlt noch ein Schritt');
  const on = await setUp(id, cookie);
  const page = await on.text();
  expect(wordsIn(page)).toHaveLength(8);
  expect(page).toContain('href="/rollen"');
  expect(await web.site.who(cookie)).toEqual({ kind: 'stranger' });
  expect(await web.site.who(cookieOf(on))).toMatchObject({ kind: 'coordination' });
});

test('a passkey that asks for a PIN is both factors: nothing is missing then', async () => {
  const { id } = await held(COORDINATION, null);
  const device = tryDevice(ORIGIN);
  const asked = async (path: string, cookie = '') =>
    JSON.parse(await (await web.site.post(path, {}, { cookie })).text()) as Record<string, { challenge: string }> & {
      ceremony: string;
    };
  const opened = { account: id, device: null, instead: null };
  const { token } = await web.site.write((tx) => openAccountSession(tx, opened, web.site.clock.now()));
  const cookie = `__Host-session=${token}`;
  expect(await web.site.who(cookie)).toMatchObject({ awaitsSecondStep: true });
  const made = await asked('/konto/passkeys/frage', cookie);
  const answer = device.make(made['make']?.challenge ?? '');
  const added = await web.site.post(
    '/konto/passkeys',
    { passkeyCeremony: made.ceremony, passkeyAnswer: answer },
    { cookie },
  );
  expect(wordsIn(await added.text())).toHaveLength(8);
  expect(await web.site.who(cookieOf(added))).toMatchObject({ kind: 'coordination' });
  for (const [isUnlocked, status] of [
    [false, 422],
    [true, 303],
  ] as const) {
    const shown = await asked('/anmelden/passkey/frage');
    const passkeyAnswer = device.show(shown['show']?.challenge ?? '', { isUnlocked });
    const entered = await web.site.post('/anmelden/passkey', { passkeyCeremony: shown.ceremony, passkeyAnswer });
    expect(entered.status).toBe(status);
    if (isUnlocked) expect(await web.site.who(cookieOf(entered))).toMatchObject({ kind: 'coordination' });
  }
});

test('where there is a second factor, a passphrase alone makes no other one and changes no way in', async () => {
  const { alias, id } = await held(COORDINATION);
  await setUp(id, await web.site.enter(alias));
  // As after a sign-in of before there were second steps, or with a passphrase beside a passkey.
  await web.site.write((tx) =>
    tx.updateTable('session').set({ two_factors: false }).where('account', '=', id).execute(),
  );
  const { rows } = await web.database.sql('select id from session where account = $1', [id]);
  expect(rows).toHaveLength(1);
  await web.database.sql('update account set totp_step = null, totp_secret = null where id = $1', [id]);
  const cookie = await web.site.enter(alias);
  await web.database.sql(
    `insert into passkey (id, account, credential, public_key, handle, counter, transports, is_backed_up, label, made_on)
      values ($1, $2, $3, 'k', 'h', 0, '', false, '', '2026-11-21')`,
    [newId(web.site.clock.now()), id, `c-${id}`],
  );
  for (const path of [PATH, '/konto/wiederherstellung/woerter', '/konto/passkeys/andere/ende'])
    expect((await web.site.post(path, { present: PASSPHRASE }, { cookie })).status).toBeGreaterThanOrEqual(404);
  const page = await (await web.site.post(PATH, { present: PASSPHRASE }, { cookie })).text();
  expect(page).toBe('conflict');
  expect(await web.site.get(PATH, cookie)).not.toContain('name="present"');
});

test('printed words end no second step: until a new one is there, nobody is spoken for', async () => {
  const role = await voice();
  const { alias, id } = await held(role);
  const before = await web.site.enter(alias);
  expect(await web.site.who(before)).toMatchObject({ organisations: [role.organisation] });
  const words = wordsIn(await (await setUp(id, before, '/konto')).text());
  const typed = { alias, code: words.join(' '), passphrase: 'wolke zimt specht garten lampe' };
  const back = await web.site.post('/wiederherstellen/woerter', { ...typed, passphraseAgain: typed.passphrase });
  expect(back.status).toBe(200);
  const cookie = await web.site.enter(alias, {}, typed.passphrase);
  expect(await web.site.who(cookie)).toMatchObject({ organisations: [], awaitsSecondStep: true });
  await web.site.post(PATH, { present: typed.passphrase, next: '/konto' }, { cookie });
  web.site.clock.turn('2026-11-21T09:05:00Z');
  const on = await web.site.post(`${PATH}/an`, { code: await codeOf(id), next: '/konto' }, { cookie });
  const actor = await web.site.who(cookieOf(on));
  expect(actor).toMatchObject({ organisations: [role.organisation] });
  expect(actor).not.toHaveProperty('awaitsSecondStep');
});

test('an organisation without a second step keeps its rights when it comes back by words', async () => {
  const role = await voice();
  const { alias } = await held(role);
  const cookie = await web.site.enter(alias);
  const words = wordsIn(await (await web.site.post('/konto/wiederherstellung/woerter', {}, { cookie })).text());
  const typed = { alias, code: words.join(' '), passphrase: 'wolke zimt specht garten lampe' };
  await web.site.post('/wiederherstellen/woerter', { ...typed, passphraseAgain: typed.passphrase });
  expect(await web.site.who(await web.site.enter(alias, {}, typed.passphrase))).toMatchObject({
    organisations: [role.organisation],
  });
});

test('a second step that is switched off takes the rights of the house with it, in every session', async () => {
  const { alias, id } = await held(COORDINATION);
  const cookie = cookieOf(await setUp(id, await web.site.enter(alias)));
  expect(await web.site.who(cookie)).toMatchObject({ kind: 'coordination' });
  web.site.clock.turn('2026-11-21T09:05:00Z');
  await web.site.post(`${PATH}/aus`, { code: await codeOf(id) }, { cookie });
  expect(await web.site.who(cookie)).toMatchObject({ kind: 'account', awaitsSecondStep: true });
});

test('a clock that ran ahead for a while locks nobody out, and a code still opens once', async () => {
  const { alias, id } = await web.site.account();
  web.site.clock.turn('2027-11-01T09:00:00Z');
  const later = await web.site.enter(alias);
  await setUp(id, later, '/konto');
  web.site.clock.turn('2026-11-21T09:10:00Z');
  const enter = async (code: string) => {
    const half = await (await web.site.post('/anmelden', { alias, passphrase: PASSPHRASE })).text();
    const step = /name="step" value="([\w-]{43})"/.exec(half)?.[1] ?? '';
    return (await web.site.post('/anmelden/code', { step, code })).status;
  };
  const code = await codeOf(id);
  expect([await enter(code), await enter(code)]).toEqual([303, 422]);
});

test('a role of the house is out after a whole day of silence, everybody else after two weeks', async () => {
  const house = await held(COORDINATION);
  const other = await web.site.account();
  const theirs = await web.site.enter(house.alias);
  const ours = await web.site.enter(other.alias);
  await proveSessions(web.database, house.id);
  // On days of their own, because a token changes with the first visit of a day.
  const after = async (seenOn: string, cookie: string) => {
    await web.database.sql('update session set seen_on = $1', [seenOn]);
    return ((await web.site.who(cookie)) as Actor).kind;
  };
  expect(await after('2026-11-20', theirs)).toBe('coordination');
  expect(await after('2026-11-07', ours)).toBe('account');
  expect(await after('2026-11-19', theirs)).toBe('stranger');
  expect(await after('2026-11-06', ours)).toBe('stranger');
  // Over for good, not only for this request.
  expect(await after('2026-11-21', theirs)).toBe('stranger');
  expect(await web.site.get('/konto', await web.site.enter(other.alias))).toContain('14 Tage lang nicht warst');
});
