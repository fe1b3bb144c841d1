import { afterAll, beforeAll, expect, test } from 'vitest';
import { addBarePages } from '../../../../test/cooperation-pages.ts';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { fieldsOfAction } from '../../../app/field-names.ts';
import { REGISTER } from '../../../app/register.ts';
import { protectSubject, unprotectSubject } from '../../claims/index.ts';
import { STRANGER, type Actor } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import { findSearchRequests, insertSearchRequest, sweepSearchRequests } from '../store-search-request.ts';

const [NUJIN, TREFF] = [idFor('nujin'), idFor('treff')];
const confirmed = (name: string, organisation: string): Actor => ({
  kind: 'account',
  session: name,
  account: idFor(name),
  organisations: [organisation],
  isAdmitted: true,
});
const PEOPLE: Readonly<Record<string, Actor>> = {
  nur: confirmed('nur', NUJIN),
  tom: confirmed('tom', TREFF),
  una: speaker('una', [TREFF]),
  none: speaker('none', []),
};
const TODAY = '2026-11-21';
const WANTED = { expertise: 'Ein Konzept mitplanen', offered: '40 € die Stunde', until: '2026-12-24', field: 'health' };
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, `${TODAY}T20:00:00Z`);
  await house.tell(
    [NUJIN, TREFF].map((id) => ({ id, kind: 'organisation' })),
    [house.listed(NUJIN, 'name', 'Frauenverein Nûjîn'), house.listed(TREFF, 'name', 'Treff')],
  );
  addBarePages(house, { fieldsOfAction });
}, 120_000);
afterAll(() => house.database.close());

const list = async (who: string | null) => house.get('/gesuche', who);
const inRows = (who: string, today = TODAY) =>
  house.database.as(PEOPLE[who] ?? STRANGER).read((db) => findSearchRequests(db, today, { offset: 0, limit: 99 }));

test('a search request without what is offered, or with a day that is over, comes back with what was typed', async () => {
  const wrong = await house.post('/gesuche/neu', 'nur', { ...WANTED, offered: '', until: '2026-11-20' });
  expect(wrong.status).toBe(422);
  for (const part of ['href="#field-offered"', 'href="#field-until"', 'value="Ein Konzept mitplanen"'])
    expect(wrong.text).toContain(part);
  expect((await house.post('/gesuche/neu', 'nur', { ...WANTED, until: '2027-12-24' })).status).toBe(422);
  expect(await inRows('nur')).toEqual([]);
});

test('confirmed members read a search request, nobody else does', async () => {
  expect((await house.post('/gesuche/neu', 'nur', WANTED)).location).toBe('/gesuche');
  const seen = await list('tom');
  for (const part of ['Frauenverein Nûjîn', 'Ein Konzept mitplanen', '40 € die Stunde', '24. Dezember 2026'])
    expect(seen.text).toContain(part);
  const unconfirmed = await list('una');
  expect(unconfirmed.text).not.toContain('Ein Konzept mitplanen');
  expect(unconfirmed.text).toContain('Eure ist noch nicht bestätigt');
  expect((await house.get('/gesuche/neu', 'una')).status).toBe(404);
  for (const who of [null, 'none']) expect((await list(who)).status).toBe(404);
  expect([await inRows('una'), await inRows('none'), await inRows('nobody')]).toEqual([[], [], []]);
});

test('whoever answers begins something of its own and asks the one who looks', async () => {
  const [{ id } = { id: '' }] = await inRows('tom');
  const answered = await house.post(`/gesuche/${id}/antwort`, 'tom', {});
  expect(answered.location).toMatch(new RegExp(`^/kooperationen/[0-9a-f-]+/anfragen/neu\\?an=${NUJIN}$`));
  const page = answered.location.replace(/\/anfragen.*/, '');
  expect((await house.get(page, 'tom')).text).toContain('Ein Konzept mitplanen');
  expect((await house.get(page, 'nur')).status).toBe(404);
  expect((await house.post(`/gesuche/${id}/antwort`, 'nur', {})).status).toBe(404);
  expect((await house.post(`/gesuche/${id}/antwort`, 'una', {})).status).toBe(404);
  expect((await house.post(`/gesuche/${id}/ende`, 'tom', {})).status).toBe(404);
});

test('under protection a search request is there for its own organisation only', async () => {
  await house.asSystem.write((tx) => protectSubject(tx, REGISTER, NUJIN, house.clock.now()));
  expect([(await inRows('tom')).length, (await inRows('nur')).length]).toEqual([0, 1]);
  await house.asSystem.write((tx) => unprotectSubject(tx, REGISTER, NUJIN, house.clock.now()));
  expect(await inRows('tom')).toHaveLength(1);
});

test('a search request ends by itself on its day and is removed, or earlier by whoever wrote it', async () => {
  expect(await inRows('tom', '2026-12-24')).toHaveLength(1);
  expect(await inRows('tom', '2026-12-25')).toEqual([]);
  const sweep = (day: string) => house.asSystem.write((tx) => sweepSearchRequests(tx, new Date(`${day}T03:00:00Z`)));
  expect([await sweep('2026-12-24'), await sweep('2026-12-25')]).toEqual([0, 1]);
  await house.post('/gesuche/neu', 'nur', WANTED);
  const [{ id } = { id: '' }] = await inRows('nur');
  expect((await house.post(`/gesuche/${id}/ende`, 'nur', {})).location).toBe('/gesuche');
  expect(await inRows('nur')).toEqual([]);
});

test('an organisation has ten search requests at once, and one more when one of them has ended', async () => {
  for (let more = 0; more < 10; more += 1) expect((await house.post('/gesuche/neu', 'nur', WANTED)).status).toBe(303);
  expect((await house.post('/gesuche/neu', 'nur', WANTED)).status).toBe(409);
  expect((await house.post('/gesuche/neu', 'tom', WANTED)).status).toBe(303);
  const own = (await inRows('nur')).filter(({ organisation }) => organisation === NUJIN);
  await house.post(`/gesuche/${own[0]?.id ?? ''}/ende`, 'nur', {});
  expect((await house.post('/gesuche/neu', 'nur', WANTED)).status).toBe(303);
});

test('a list of many search requests has pages, in the order in which they end', async () => {
  await house.asSystem.write(async (tx) => {
    for (let at = 1; at <= 20; at += 1)
      await insertSearchRequest(tx, {
        id: idFor(`search ${at}`),
        organisation: TREFF,
        expertise: `Wissen ${at}`,
        field: null,
        language: null,
        offered: 'Ein Raum',
        until: `2026-12-${String(at).padStart(2, '0')}`,
      });
  });
  const first = (await list('nur')).text;
  expect(first.match(/Sucht: /g)).toHaveLength(20);
  expect(first).toContain('Wissen 1<');
  expect(first).not.toContain('Ein Konzept mitplanen');
  const second = (await house.get('/gesuche?seite=2', 'nur')).text;
  expect(second).toContain('Ein Konzept mitplanen');
  expect(second).not.toContain('Wissen 1<');
  expect(second).toContain('href="?seite=1"');
});
