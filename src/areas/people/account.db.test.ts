import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { cookieOf, PASSPHRASE, START, usePeopleWeb } from '../../../test/people-web.ts';
import type { Actor } from '../../plain/actor.ts';
import { idFor, newId } from '../../plain/ids.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { createAccount } from './create-account.ts';

const OTHER = 'gepard ulme kanu besteck thymian';
const web = usePeopleWeb();

async function who(cookie: string): Promise<Actor> {
  return (await web.site.who(cookie)) as Actor;
}

/** An organisation that an account speaks for. */
async function organisationOf(holder: string): Promise<{ id: string; role: string }> {
  const id = idFor(`organisation/${holder}`);
  const role = newId(web.site.clock.now());
  await web.database.sql("insert into subject (id, kind) values ($1, 'organisation')", [id]);
  await web.site.write(async (tx) => {
    await tx
      .insertInto('role')
      .values({ id: role, kind: 'organisation', organisation: id, vacant_since: null })
      .execute();
    const term = { place: 'holder', from_day: '2026-11-01', until_day: null, ended_on: null } as const;
    await tx
      .insertInto('role_term')
      .values({ id: newId(web.site.clock.now()), role, account: holder, ...term })
      .execute();
  });
  return { id, role };
}

test('an alias that somebody has cannot be made again, also not in other letters, and passphrases are kept as hashes only', async () => {
  const { alias } = await web.site.account();
  const again = { alias: alias.toUpperCase(), language: 'de', mail: null, passphrase: null };
  await expect(web.site.write((tx) => createAccount(tx, again, web.site.clock.now()))).rejects.toThrow(
    'people.account.alias.taken',
  );
  const open = { alias: 'Blaue Birke', language: 'de', mail: null, passphrase: PASSPHRASE };
  await expect(web.site.write((tx) => createAccount(tx, open, web.site.clock.now()))).rejects.toThrow('hash');
});

test('the page of an account shows its owner everything, and warns kindly of a real name', async () => {
  const { id, alias } = await web.site.account({ mail: 'linde@example.org' });
  const organisation = await organisationOf(id);
  const cookie = await web.site.enter(alias);
  const page = await web.site.get('/konto', cookie);
  for (const text of [
    alias,
    'linde@example.org',
    'Du sprichst für',
    'Frauenverein Nûjîn',
    organisation.id,
    'Dieses Gerät',
  ])
    expect(page).toContain(text);
  expect(page).not.toContain('klingt nach einem echten Namen');
  await web.site.post('/konto/angaben', { alias: `Frau Fatma Yılmaz`, language: 'ar', mail: '' }, { cookie });
  const renamed = await web.site.get('/konto', cookie);
  expect(renamed).toContain('klingt nach einem echten Namen');
  expect(renamed).not.toContain('linde@example.org');
  const sent = await web.site.write((tx) => tx.selectFrom('mail').select(['receiver', 'content']).execute());
  expect(sent.filter(({ receiver }) => receiver === 'linde@example.org')).toHaveLength(1);
  expect(JSON.stringify(sent)).toContain('mailChanged');
});

test('details are refused with what was typed still there', async () => {
  const [taken, own] = [await web.site.account(), await web.site.account()];
  const cookie = await web.site.enter(own.alias);
  const answer = await web.site.post(
    '/konto/angaben',
    { alias: taken.alias, language: 'de', mail: 'linde@example.org' },
    { cookie },
  );
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(`value="${taken.alias}"`);
  expect(page).toContain('Diesen Kontonamen gibt es schon');
  expect(
    await (
      await web.site.post('/konto/angaben', { alias: own.alias, language: 'de', mail: 'linde@' }, { cookie })
    ).text(),
  ).toContain('keine vollständige Mailadresse');
  await web.site.post('/konto/angaben', { alias: own.alias, language: 'xx', mail: '' }, { cookie });
  expect(await web.site.get('/konto/angaben', cookie)).toContain('<option value="de" selected="">');
});

test('a new passphrase needs the present one, ends every session and opens from then on alone', async () => {
  const { alias } = await web.site.account({ mail: 'linde@example.org' });
  const [here, elsewhere] = [await web.site.enter(alias), await web.site.enter(alias)];
  const typed = { present: 'falsch', passphrase: OTHER, passphraseAgain: OTHER };
  const refused = await web.site.post('/konto/passphrase', typed, { cookie: here });
  expect([refused.status, (await refused.text()).includes(OTHER)]).toEqual([422, false]);
  expect(
    (await web.site.post('/konto/passphrase', { ...typed, present: PASSPHRASE, passphraseAgain: '' }, { cookie: here }))
      .status,
  ).toBe(422);
  expect(
    await (
      await web.site.post('/konto/passphrase', { ...typed, passphrase: `${alias} ${alias}` }, { cookie: here })
    ).text(),
  ).toContain('erraten');
  const changed = await web.site.post('/konto/passphrase', { ...typed, present: PASSPHRASE }, { cookie: here });
  expect(changed.status).toBe(303);
  expect((await who(cookieOf(changed))).kind).toBe('account');
  for (const former of [here, elsewhere]) expect((await who(former)).kind).toBe('stranger');
  expect(await web.site.enter(alias)).toBe('');
  expect(await web.site.enter(alias, {}, OTHER)).not.toBe('');
});

test('the present passphrase cannot be guessed from an open session', async () => {
  const { alias } = await web.site.account();
  const cookie = await web.site.enter(alias);
  const typed = { present: 'falsch', passphrase: OTHER, passphraseAgain: OTHER };
  for (let round = 0; round < 6; round += 1) await web.site.post('/konto/passphrase', typed, { cookie });
  const right = await web.site.post('/konto/passphrase', { ...typed, present: PASSPHRASE }, { cookie });
  expect(await right.text()).toContain('zu viele Versuche');
  expect(await web.site.enter(alias)).not.toBe('');
});

test('the second step is on once a first code has shown that the app has the secret, and off by a code', async () => {
  const { alias, id } = await web.site.account();
  let cookie = await web.site.enter(alias);
  const codeAt = async (moment: string) => {
    web.site.clock.turn(moment);
    const row = await web.site.write((tx) =>
      tx.selectFrom('account').select('totp_secret').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return new TOTP({ secret: row.totp_secret ?? '' }).generate({ timestamp: web.site.clock.now().getTime() });
  };
  const path = '/konto/zweiter-schritt';
  expect((await web.site.post(path, { present: 'falsch' }, { cookie })).status).toBe(422);
  expect((await web.site.post(path, { present: PASSPHRASE }, { cookie })).status).toBe(303);
  const page = await web.site.get(path, cookie);
  expect(page).toContain('<svg class="qr"');
  expect(page).toMatch(/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/);
  expect(await web.site.enter(alias)).not.toBe('');
  expect((await web.site.post(`${path}/an`, { code: '000 000' }, { cookie })).status).toBe(422);
  const on = await web.site.post(`${path}/an`, { code: await codeAt(START) }, { cookie });
  // Words to print come in the same go, once.
  expect((await on.text()).match(/<b>[a-zäöüß]+<\/b>/g)).toHaveLength(8);
  expect((await who(cookie)).kind).toBe('stranger');
  cookie = cookieOf(on);
  expect(await web.site.enter(alias)).toBe('');
  expect(await web.site.get(path, cookie)).not.toMatch(/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/);
  expect((await web.site.post(path, { present: PASSPHRASE }, { cookie })).status).toBe(409);
  expect((await web.site.post(`${path}/aus`, { code: await codeAt(START) }, { cookie })).status).toBe(422);
  expect((await web.site.post(`${path}/aus`, { code: await codeAt('2026-11-21T09:01:00Z') }, { cookie })).status).toBe(
    303,
  );
  expect(await web.site.enter(alias)).not.toBe('');
});

test('sessions are listed by device and day, and one that was ended is out at the next request', async () => {
  const [own, other] = [await web.site.account(), await web.site.account()];
  const here = await web.site.enter(own.alias, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' });
  const phone = await web.site.enter(own.alias, {
    'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0',
  });
  const stranger = await web.site.enter(other.alias);
  const page = await web.site.get('/konto', here);
  expect(page).toContain('Firefox, Android');
  expect(page).toContain('21. November 2026');
  const ids = [...page.matchAll(/sitzungen\/([0-9a-f-]{36})\/ende/g)].map(([, id]) => id ?? '');
  expect(ids).toHaveLength(1);
  await web.site.post(`/konto/sitzungen/${ids[0]}/ende`, {}, { cookie: stranger });
  expect((await who(phone)).kind).toBe('account');
  await web.site.post(`/konto/sitzungen/${ids[0]}/ende`, {}, { cookie: here });
  expect((await who(phone)).kind).toBe('stranger');
  const again = await web.site.enter(own.alias);
  await web.site.post('/konto/sitzungen/andere/ende', {}, { cookie: here });
  expect([(await who(again)).kind, (await who(here)).kind, (await who(stranger)).kind]).toEqual([
    'stranger',
    'account',
    'account',
  ]);
});

test('what an account holds counts from the next request on, also when it is taken away', async () => {
  const { id, alias } = await web.site.account();
  const cookie = await web.site.enter(alias);
  expect(await who(cookie)).toMatchObject({ kind: 'account', organisations: [] });
  const organisation = await organisationOf(id);
  expect(await who(cookie)).toMatchObject({ organisations: [organisation.id], isAdmitted: false });
  await web.site.write((tx) =>
    tx
      .updateTable('role_term')
      .set({ account: null, ended_on: '2026-11-21' })
      .where('role', '=', organisation.role)
      .execute(),
  );
  expect(await who(cookie)).toMatchObject({ organisations: [] });
});

test('whoever leaves is gone by name everywhere, and what was known stays', async () => {
  const { id, alias } = await web.site.account({ mail: 'linde@example.org' });
  const organisation = await organisationOf(id);
  const [here, elsewhere] = [await web.site.enter(alias), await web.site.enter(alias)];
  expect(await web.site.get('/konto/abschied', here)).toContain('Deine Aufgaben enden heute');
  expect((await web.site.post('/konto/abschied', { present: 'falsch' }, { cookie: here })).status).toBe(422);
  expect((await web.site.post('/konto/abschied', { present: PASSPHRASE }, { cookie: here })).status).toBe(303);
  for (const former of [here, elsewhere]) expect((await who(former)).kind).toBe('stranger');
  expect(await web.site.enter(alias)).toBe('');
  await web.site.write(async (tx) => {
    for (const table of ['account', 'session', 'role_term', 'half_sign_in', 'chain_note', 'throttle'] as const) {
      const rows = JSON.stringify(await tx.selectFrom(table).selectAll().execute());
      for (const trace of [id, `"${alias}"`]) expect(rows).not.toContain(trace);
    }
    const [term] = await tx.selectFrom('role_term').selectAll().where('role', '=', organisation.role).execute();
    expect(term).toMatchObject({ account: null, place: 'holder', from_day: '2026-11-01', ended_on: '2026-11-21' });
    const role = await tx
      .selectFrom('role')
      .select('vacant_since')
      .where('id', '=', organisation.role)
      .executeTakeFirst();
    expect(role?.vacant_since).toEqual(new Date(START));
    expect((await findNotes(tx, organisation.id)).map(({ act }) => act)).toContain('role.ended');
  });
});

test('an account without a passphrase leaves by its alias, shortly after it came in', async () => {
  const { alias, id } = await web.site.account();
  const cookie = await web.site.enter(alias);
  await web.site.write((tx) => tx.updateTable('account').set({ passphrase: null }).where('id', '=', id).execute());
  expect((await web.site.post('/konto/abschied', { alias: 'Andere' }, { cookie })).status).toBe(422);
  web.site.clock.turn('2026-11-21T09:30:00Z');
  expect((await web.site.post('/konto/abschied', { alias }, { cookie })).status).toBe(409);
  web.site.clock.turn('2026-11-21T09:05:00Z');
  expect((await web.site.post('/konto/abschied', { alias: alias.toLowerCase() }, { cookie })).status).toBe(303);
  expect((await who(cookie)).kind).toBe('stranger');
});

test('nobody reads the account of somebody else, not even who keeps the register', async () => {
  const { id } = await web.site.account();
  const keeper: Actor = { kind: 'operator', session: idFor('session') };
  expect(
    await web.database.as(keeper).read((db) => db.selectFrom('account').select('id').where('id', '=', id).execute()),
  ).toEqual([]);
});
