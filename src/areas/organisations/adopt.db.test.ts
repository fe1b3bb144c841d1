import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseIn, openSpeaking, speaker, type Speaking } from '../../../test/speaking.ts';
import { REGISTER } from '../../app/register.ts';
import { system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { rebuild } from '../claims/index.ts';

const NUJIN = idFor('nujin');
const PATH = `/organisationen/${NUJIN}`;
const STAFF: Actor = {
  kind: 'coordination',
  session: 'carla',
  account: idFor('carla'),
  organisations: [],
  isAdmitted: false,
};
const PEOPLE: Readonly<Record<string, Actor>> = {
  anna: speaker('anna', [NUJIN]),
  ben: speaker('ben', [idFor('treff')]),
  carla: STAFF,
};
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T21:40:00Z');
  const { listed } = house;
  await house.tell(
    [{ id: NUJIN, kind: 'organisation' }],
    [
      listed(NUJIN, 'name', 'Frauenverein Nujin'),
      listed(NUJIN, 'name', 'جمعية نوجين', { language: 'ar' }),
      listed(NUJIN, 'phone', '+493711234567'),
      listed(NUJIN, 'website', 'https://nujin.example/', { scope: 'network' }),
      listed(NUJIN, 'street', 'Leinensteig 4', { scope: 'partner' }),
      listed(NUJIN, 'internalContact', 'Frau Demir', { scope: 'own' }),
    ],
  );
}, 120_000);
afterAll(() => house.database.close());

/** The form of everything to adopt, as a browser would send it: all ticks, or all but some. */
async function ticked(without: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
  const { text } = await house.get(`${PATH}/uebernehmen`, 'anna');
  const ticks = [...text.matchAll(/name="(t\.[^"]+)" value="(\d+)" checked/g)].map(([, name = '', id = '']) => [
    name,
    id,
  ]);
  const kept = ticks.filter(([name]) => name !== undefined && !without.includes(name));
  return { base: baseIn(text), ...Object.fromEntries(kept) };
}

test('what others say is shown with who reads it, to nobody but the organisation', async () => {
  expect((await house.get(`${PATH}/bearbeiten`, 'anna')).text).toContain(`${PATH}/uebernehmen`);
  const { text } = await house.get(`${PATH}/uebernehmen`, 'anna');
  expect(text).toMatch(/\+49 371 1234567[\s\S]*?Lesen kann das: alle/);
  expect(text).toMatch(/Leinensteig 4[\s\S]*?Lesen kann das: nur Partner einer Zusammenarbeit/);
  expect(text).toMatch(/<label[^>]*lang="ar"[^>]*>\s*\u2068?جمعية نوجين/);
  const none = await house.get(`/organisationen/${idFor('nobody')}/uebernehmen`, 'ben');
  for (const who of [null, 'ben', 'carla'])
    expect(await house.get(`${PATH}/uebernehmen`, who)).toMatchObject({ status: 404, text: none.text });
  expect((await house.post(`${PATH}/uebernehmen`, 'ben', {})).status).toBe(404);
  expect((await house.post(`${PATH}/uebernehmen`, 'carla', {})).status).toBe(404);
});

test('one button makes all of it the own word, without what was unticked, and nobody reads more than before', async () => {
  const others = ['ben', 'carla', null];
  const facts = (text: string) => /<main[\s\S]*?id="quellen"/.exec(text)?.[0] ?? '';
  const hidden = (text: string) => ['Leinensteig', 'nujin.example', 'Demir'].filter((one) => text.includes(one));
  const before = await Promise.all(others.map(async (who) => hidden((await house.get(PATH, who)).text)));
  const done = await house.post(`${PATH}/uebernehmen`, 'anna', await ticked(['t.phone']));
  expect([done.status, done.location]).toEqual([303, `${PATH}/bearbeiten`]);
  const after = await Promise.all(others.map(async (who) => (await house.get(PATH, who)).text));
  expect(after.map(hidden)).toEqual(before);
  expect(facts((await house.get(PATH, 'anna')).text)).toContain('Leinensteig 4');
  const { rows } = await house.database.sql(
    `select field, scope, confirmed_by_role from claim join source on source.id = claim.source
     where source.speaker = $1 and retracted_at is null order by field, language`,
    [NUJIN],
  );
  expect(rows.map(({ field, scope }) => [field, scope])).toEqual([
    ['internalContact', 'own'],
    ['name', 'public'],
    ['name', 'public'],
    ['street', 'partner'],
    ['website', 'network'],
  ]);
});

test('the page says that the organisation stands by it', async () => {
  expect((await house.get(PATH)).text).toContain(
    'zuletzt bestätigt am 21. November 2026 durch: die Organisation selbst',
  );
});

test('what was left is offered again; once nothing is left, the page says so and the form does not offer it', async () => {
  expect(Object.keys(await ticked())).toEqual(['base', 't.phone']);
  expect((await house.post(`${PATH}/uebernehmen`, 'anna', await ticked())).status).toBe(303);
  expect((await house.get(`${PATH}/uebernehmen`, 'anna')).text).toContain('nichts mehr zu übernehmen');
  expect((await house.get(`${PATH}/bearbeiten`, 'anna')).text).not.toContain(`${PATH}/uebernehmen`);
});

test('what changes while somebody looks is not adopted: both are looked at again', async () => {
  await house.tell([], [house.listed(NUJIN, 'mailbox', 'alt@nujin.example')]);
  const old = await ticked();
  await house.tell(
    [],
    [house.listed(NUJIN, 'mailbox', 'neu@nujin.example', { saidAt: new Date('2026-06-01T00:00:00Z') })],
  );
  const late = await house.post(`${PATH}/uebernehmen`, 'anna', old);
  expect(late.status).toBe(409);
  expect(late.text).toContain('neu@nujin.example');
  expect((await house.post(`${PATH}/uebernehmen`, 'anna', { base: '1.2' })).status).toBe(409);
  expect((await house.post(`${PATH}/uebernehmen`, 'anna', { base: old['base'] ?? '' })).status).toBe(303);
});

test('a part is saved on its own, leads on to the next, and says of the others what is still missing', async () => {
  const part = `${PATH}/bearbeiten/was`;
  const { text } = await house.get(part, 'anna');
  expect(text).toMatch(/bearbeiten\/wo">[\s\S]*?eine Angabe von euch/);
  const on = await house.save(part, 'anna', { 'f.topics': 'Nähen', next: 'kontakt' });
  expect(on.location).toBe(`${PATH}/bearbeiten/kontakt`);
  expect((await house.save(part, 'anna', { 'f.topics': 'Nähen, Kochen', next: '//fremd.example' })).location).toBe(
    part,
  );
  const wrong = await house.save(`${PATH}/bearbeiten/kontakt`, 'anna', {
    'f.phone': '12',
    'f.website': 'www.x.example',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Noch nicht gespeichert: „So erreicht man uns“');
  expect(wrong.text).toContain('value="www.x.example"');
});

test('every adopted field leaves a note, and the register rebuilds to the byte', async () => {
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ about }) => about)).toEqual(
    expect.arrayContaining(['field/street', 'field/name', 'field/phone']),
  );
  expect(JSON.stringify(notes)).not.toMatch(/Leinensteig|Demir/);
  const { same } = await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  expect(Object.values(same)).not.toContain(false);
});
