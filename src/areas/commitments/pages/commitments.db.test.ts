import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCommitmentHouse, type CommitmentHouse } from '../../../../test/commitment-house.ts';
import { system } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import { endAllCalendars } from '../store-restored.ts';

let house: CommitmentHouse;
let ours: string;
let nur: string;
let bea: string;
let others: readonly (string | null)[];
let outsider: string;

beforeAll(async () => {
  house = await openCommitmentHouse();
  ours = `/zusagen/${house.cooperation}/${idFor('duty-4')}`;
  house.clock.turn('2027-06-10T08:00:00Z');
  nur = await house.enter('nur');
  bea = await house.enter('bea');
  outsider = await house.enter('otto');
  others = [await house.enter('kim'), null];
});
afterAll(() => house.database.close());

const hashIn = (text: string) => /name="hash" value="([^"]*)"/.exec(text)?.[1] ?? '';

test('all deadlines stand month by month, the own ones with a tap, the others beside them', async () => {
  const { status, text } = await house.get('/fristen', nur);
  expect(status).toBe(200);
  const heads = [...text.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, head]) => head);
  expect(heads).toEqual(['Der Tag ist schon vorbei', 'Juni 2027', 'Juli 2027', 'Dezember 2027']);
  expect(text).toContain('Sachbericht');
  expect(text).toContain('Bildungswerk Fuldatal gGmbH');
  expect(text).toContain(`href="/vereinbarungen/${house.agreement}`);
  // The partners of one cooperation read nothing of the others here.
  expect(text).toContain('Diese Seite liest nur deine Organisation.');
  expect(text.match(/name="word" value="kept"/g)).toHaveLength(2);
  expect(text).not.toContain('überfällig');
  const turkish = await house.get('/fristen', nur, 'tr');
  expect(turkish.text).toContain('Haziran 2027');
  expect(turkish.text).toContain('<span lang="de" dir="ltr"><bdi>Sachbericht</bdi></span>');
  const arabic = await house.get('/fristen', nur, 'ar');
  expect(arabic.text).toContain('يونيو 2027');
});

test('one’s own is done with one tap from the list or its page, and taken back', async () => {
  const open = await house.get(ours, nur);
  expect(open.text).toContain('Was das ist und wozu.');
  expect(open.text).toContain('value="withdrawn"');
  const theirs = await house.get(ours, bea);
  expect(theirs.status).toBe(200);
  expect(theirs.text).not.toContain('name="word"');
  const hash = hashIn(open.text);
  const done = await house.post(ours, { word: 'kept', hash, back: 'fristen' }, nur);
  expect(done).toMatchObject({ status: 303, location: '/fristen' });
  expect((await house.get(ours, bea)).text).toContain('Erledigt seit dem 10. Juni 2027.');
  expect((await house.get('/fristen', nur)).text).toContain('<summary>Erledigt oder vorbei: eine');
  expect(await house.post(ours, { word: 'open' }, nur)).toMatchObject({ status: 303, location: ours });
  expect((await house.get(ours, nur)).text).toContain('value="kept"');
});

test('„Wir schaffen es nicht so“ leads to a proposal at the right place and is marked', async () => {
  const hash = hashIn((await house.get(ours, nur)).text);
  const changed = await house.post(ours, { word: 'changed', hash }, nur);
  expect(changed.location).toBe(`/vereinbarungen/${house.agreement}/entwurf/pflichten#p-${idFor('duty-4')}`);
  expect((await house.get('/fristen', bea)).text).toContain('wird neu verhandelt');
  await house.post(ours, { word: 'open' }, nur);
});

test('a tap on a text that has moved on is refused with the text as it is now', async () => {
  const stale = await house.post(ours, { word: 'kept', hash: 'a'.repeat(64) }, nur);
  expect(stale.status).toBe(422);
  expect(stale.text).toContain('Hier gilt inzwischen ein anderer Text.');
  expect(stale.text).toContain('Verwendungsnachweis');
  expect((await house.post(ours, { word: 'besser', hash: '' }, nur)).status).toBe(400);
  expect((await house.post(ours, { word: 'kept', hash: hashIn(stale.text) }, bea)).status).toBe(403);
});

test('whoever is no partner, and a stranger, get what they get for a page that is not there', async () => {
  const none = (cookie: string | null) => house.get('/zusagen/gibt-es-nicht', cookie);
  for (const cookie of [outsider, ...others]) {
    const [seen, nothing] = [await house.get(ours, cookie), await none(cookie)];
    expect(seen).toEqual(nothing);
    expect(seen.status).toBe(404);
    expect((await house.post(ours, { word: 'kept', hash: 'x' }, cookie)).status).toBe(404);
    expect(
      (await house.post(ours.replace(idFor('duty-4'), idFor('x')), { word: 'kept', hash: 'x' }, cookie)).status,
    ).toBe(404);
  }
  const outside = `/zusagen/${idFor('duty-4')}`;
  expect(await house.get(outside, nur)).toMatchObject({ status: 302, location: ours });
  for (const cookie of [outsider, ...others]) expect(await house.get(outside, cookie)).toEqual(await none(cookie));
  for (const path of ['/fristen', '/fristen/kalender'])
    for (const cookie of others) expect(await house.get(path, cookie)).toEqual(await none(cookie));
  const empty = await house.get('/fristen', outsider);
  expect(empty.text).toContain('Noch ist nichts zugesagt.');
  expect((await house.get(`/fristen?organisation=${house.bildungswerk}`, nur)).status).toBe(404);
});

const make = async (language: string) => {
  const made = await house.post('/fristen/kalender', { organisation: house.nujin, what: 'make', language }, nur);
  return /http:\/\/localhost(\/kalender\/[^<"]+\.ics)/.exec(made.text)?.[1] ?? '';
};

test('the calendar is read by whoever has its address, in the language of the organisation, without names', async () => {
  const path = await make('tr');
  const response = await house.web.request(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const text = (await response.text()).replaceAll('\r\n ', '');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(8);
  expect(text).toContain('SUMMARY:Yükümlülük: Sachbericht');
  expect(text).toContain('DESCRIPTION:Siz sorumlusunuz. Anlaşma: Anneler için sağlık danışmanlığı');
  expect(text).toContain('DTSTART;VALUE=DATE:20270730');
  expect(text).toContain(`UID:${idFor('duty-5')}.${house.agreement}@localhost`);
  for (const name of ['Nûjîn', 'Fuldatal', 'example.org', 'nur', 'bea']) expect(text).not.toContain(name);
  expect(await (await house.web.request(path)).text()).toBe(await (await house.web.request(path)).text());
  expect((await house.get('/fristen/kalender', nur)).text).not.toContain(path);
  const kept = await house.database.sql('select token_hash from calendar_feed');
  expect(path).not.toContain(String(kept.rows[0]?.['token_hash']));
});

test('an address made anew, ended, guessed or brought back by a backup opens nothing, like any page that is not there', async () => {
  const bytes = async (path: string) => {
    const response = await house.web.request(path);
    return `${response.status} ${await response.text()}`;
  };
  const nothing = await bytes('/gibt-es-nicht');
  const first = await make('de');
  const second = await make('de');
  expect(await bytes(first)).toBe(nothing);
  expect(await bytes(second)).toContain('200 BEGIN:VCALENDAR');
  expect(await bytes(second.replace('.ics', ''))).toBe(nothing);
  expect(await bytes(`/kalender/${'A'.repeat(48)}.ics`)).toBe(nothing);
  await house.post('/fristen/kalender', { organisation: house.nujin, what: 'end' }, nur);
  expect(await bytes(second)).toBe(nothing);
  const third = await make('de');
  await house.database.as(system('restore')).write((tx) => endAllCalendars(tx));
  expect(await bytes(third)).toBe(nothing);
  const theirs = await house.post('/fristen/kalender', { organisation: house.bildungswerk, what: 'make' }, nur);
  expect(theirs.status).toBe(404);
  expect((await house.acts(house.nujin)).filter((act) => String(act).startsWith('calendar'))).toContain(
    'calendar.ended organisation',
  );
});

test('whoever leaves a cooperation finds nothing of it in the calendar any more', async () => {
  const path = await make('de');
  await house.database.sql('update cooperation set partners = array_remove(partners, $1::uuid)', [house.nujin]);
  const text = await (await house.web.request(path)).text();
  expect(text).not.toContain('VEVENT');
  await house.database.sql('update cooperation set partners = array_append(partners, $1::uuid)', [house.nujin]);
});

test('whoever speaks for several organisations looks at all of them or at one', async () => {
  await house.database.sql(
    `insert into role_term (id, role, place, account, from_day)
      select $1, id, 'deputy', $2, '2026-01-01' from role where organisation = $3`,
    [idFor('deputy'), house.accounts.otto, house.nujin],
  );
  const both = await house.get('/fristen', outsider);
  expect(both.text).toContain(`href="/fristen?organisation=${house.other}"`);
  expect(both.text).toContain('Sachbericht');
  expect((await house.get(`/fristen?organisation=${house.nujin}`, outsider)).text).toContain('Sachbericht');
  const other = await house.get(`/fristen?organisation=${house.other}`, outsider);
  expect(other.status).toBe(200);
  expect(other.text).not.toContain('Sachbericht');
  expect((await house.get(`/fristen?organisation=${house.bildungswerk}`, outsider)).status).toBe(404);
});

test('after the end nobody reads that nothing was ever promised', async () => {
  const { database, cooperation, bildungswerk, nujin } = house;
  for (const partner of [bildungswerk, nujin])
    await database.sql(
      `insert into leaving (id, cooperation, organisation, declared_on, last_day)
        values (gen_random_uuid(), $1, $2, '2026-11-21', '2026-11-22')`,
      [cooperation, partner],
    );
  await database.sql(
    "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-22', 'exit', '2032-07-30')",
    [cooperation],
  );
  const { text } = await house.get('/fristen', bea);
  expect(text).toContain('Gerade ist nichts mehr zugesagt.');
  expect(text).toContain('In der Vereinbarung steht es weiter.');
  expect(text).not.toContain('Noch ist nichts zugesagt.');
});
