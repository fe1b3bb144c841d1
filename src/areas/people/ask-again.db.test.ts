import { expect, test } from 'vitest';
import { PASSPHRASE, usePeopleWeb } from '../../../test/people-web.ts';
import { newId } from '../../plain/ids.ts';
import { appoint } from './appoint.ts';

const LATER = '2026-11-21T10:00:00Z';
const web = usePeopleWeb();

/** Somebody who speaks for an organisation and has been signed in for an hour. */
async function signedInLongAgo() {
  const { alias, id } = await web.site.account({ mail: 'alt@post.example' });
  const organisation = newId(web.site.clock.now());
  await web.database.sql("insert into subject (id, kind) values ($1, 'organisation')", [organisation]);
  const term = { kind: 'organisation', organisation, place: 'holder', account: id, from: '2026-01-01' } as const;
  await web.site.write((tx) => appoint(tx, { ...term, until: null }, web.site.clock.now(), 'system'));
  const cookie = await web.site.enter(alias);
  await web.site.enter(alias);
  web.site.clock.turn(LATER);
  const { rows } = await web.database.sql('select id from role_term where account = $1', [id]);
  return { alias, id, cookie, base: `/organisationen/${organisation}/rollen`, term: String(rows[0]?.['id']) };
}

/** The hidden fields of the form that asks again. */
function carriedIn(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

test.each([
  ['inviting', ({ base }: { base: string }) => [`${base}/einladung`, { place: 'deputy', mail: 'neu@post.example' }]],
  ['another mail address', () => ['/konto/angaben', { language: 'de', mail: 'neu@post.example' }]],
  ['signing other devices out', () => ['/konto/sitzungen/andere/ende', {}]],
  ['new words', () => ['/konto/wiederherstellung/woerter', {}]],
  ['ending a role', ({ base, term }: { base: string; term: string }) => [`${base}/aufgabe/${term}/ende`, {}]],
  ['handing over', ({ base }: { base: string }) => [`${base}/uebergabe`, { to: 'invited', day: '2026-12-01' }]],
] as const)('%s asks the owner again, and goes on with what was typed', async (_what, at) => {
  const who = await signedInLongAgo();
  const [path, form] = at(who) as [string, Record<string, string>];
  const typed = path === '/konto/angaben' ? { alias: who.alias, ...form } : form;
  const { cookie } = who;
  const asked = await web.site.post(path, typed, { cookie });
  expect(asked.status).toBe(409);
  const page = await asked.text();
  expect(page).toContain('Bist du es?');
  expect(page).toContain(`action="${path}"`);
  expect(carriedIn(page)).toMatchObject(typed);
  const wrong = await web.site.post(path, { ...carriedIn(page), againPassphrase: 'falsch' }, { cookie });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again).not.toContain('falsch');
  const done = await web.site.post(path, { ...carriedIn(again), againPassphrase: PASSPHRASE }, { cookie });
  expect([200, 303]).toContain(done.status);
  expect(await done.text()).not.toContain('Bist du es?');
});

test('nothing has happened while the owner is asked', async () => {
  const { alias, id, cookie, base } = await signedInLongAgo();
  await web.site.post('/konto/angaben', { alias, language: 'de', mail: 'neu@post.example' }, { cookie });
  await web.site.post('/konto/sitzungen/andere/ende', {}, { cookie });
  await web.site.post(`${base}/einladung`, { place: 'deputy' }, { cookie });
  const { rows } = await web.database.sql(
    `select mail, (select count(*)::integer from session s where s.account = a.id) as sessions,
      (select count(*)::integer from invitation i where i.by_account = a.id) as invitations
      from account a where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ mail: 'alt@post.example', sessions: 2, invitations: 0 }]);
});

test('an alias or a language is changed without being asked again', async () => {
  const { alias, cookie } = await signedInLongAgo();
  const typed = { alias: `${alias}-neu`, language: 'ar', mail: 'alt@post.example' };
  expect((await web.site.post('/konto/angaben', typed, { cookie })).status).toBe(303);
});

test('a device makes no key in vain: the door to a new passkey stands behind the question', async () => {
  const { cookie } = await signedInLongAgo();
  expect(await web.site.get('/konto/passkeys', cookie)).not.toContain('data-source="/konto/passkeys/frage"');
  const page = await web.site.get('/konto/passkeys', cookie);
  const back = await web.site.post('/konto/nochmal', { ...carriedIn(page), againPassphrase: PASSPHRASE }, { cookie });
  expect(back.headers.get('location')).toBe('/konto/passkeys');
  expect(await web.site.get('/konto/passkeys', cookie)).toContain('data-source="/konto/passkeys/frage"');
});

test('the question leads nowhere else', async () => {
  const { cookie } = await signedInLongAgo();
  const typed = { again: 'yes', againPassphrase: PASSPHRASE, next: 'https://evil.example/' };
  expect((await web.site.post('/konto/nochmal', typed, { cookie })).headers.get('location')).toBe('/konto');
});
