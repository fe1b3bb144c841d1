import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseIn, openSpeaking, speaker, type Speaking } from '../../../test/speaking.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { rebuild, say } from '../claims/index.ts';

const NUJIN = idFor('nujin');
const TREFF = idFor('treff');
const PEOPLE: Readonly<Record<string, Actor>> = {
  anna: speaker('anna', [NUJIN]),
  ben: speaker('ben', [TREFF]),
  carla: {
    kind: 'coordination',
    session: 'carla',
    account: idFor('carla'),
    organisations: [],
    isAdmitted: false,
  },
};
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T21:40:00Z');
  const { listed } = house;
  await house.tell(
    [NUJIN, TREFF].map((id) => ({ id, kind: 'organisation' })),
    [
      listed(NUJIN, 'name', 'Frauenverein Nujin'),
      listed(NUJIN, 'phone', '+493711234567'),
      listed(NUJIN, 'street', 'Leinensteig 4', { scope: 'partner' }),
      listed(TREFF, 'name', 'Treff'),
    ],
  );
}, 120_000);
afterAll(() => house.database.close());

const page = (part: string) => `/organisationen/${NUJIN}/bearbeiten/${part}`;
const get = (path: string, who?: string) => house.get(path, who);
const post = (path: string, who: string | null, form: Readonly<Record<string, string>>) => house.post(path, who, form);
const save = (part: string, form: Readonly<Record<string, string>>) => house.save(page(part), 'anna', form);
const main = (text: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? '';

test('whoever speaks for an organisation finds the form, and everybody else a page that does not exist', async () => {
  const own = await get(page('kontakt'), 'anna');
  expect(own.status).toBe(200);
  expect(own.text).toMatch(/Andere sagen zu „Telefon“[\s\S]*\+49 371 1234567/);
  const none = await get(`/organisationen/${idFor('nobody')}/bearbeiten/kontakt`, 'ben');
  for (const who of [undefined, 'ben', 'carla']) {
    const other = await get(page('kontakt'), who);
    expect(other).toEqual({ status: 404, text: none.text, location: '' });
  }
  expect((await post(page('kontakt'), 'ben', { 'f.phone': '0371 999999' })).status).toBe(404);
  expect((await post(page('kontakt'), 'carla', { 'f.phone': '0371 999999' })).status).toBe(404);
  expect((await get(`/organisationen/${NUJIN}`, 'anna')).text).toContain(`/organisationen/${NUJIN}/bearbeiten"`);
  expect((await get(`/organisationen/${NUJIN}`, 'ben')).text).not.toContain('bearbeiten');
});

test('the own word wins over the list, which stays visible as what others say', async () => {
  const saved = await save('kontakt', { 'f.phone': '0371 7654321', 'f.phoneTimes': 'Di 18–20 Uhr' });
  expect([saved.status, saved.location]).toEqual([303, page('kontakt')]);
  const { text } = await get(`/organisationen/${NUJIN}`);
  expect(text.indexOf('+49 371 7654321')).toBeLessThan(text.indexOf('+49 371 1234567'));
  expect(text).toContain('dienstags 18–20 Uhr');
  expect(text).toContain('Andere sagen');
  expect((await save('kontakt', {})).status).toBe(303);
});

test('a wrong input comes back with 422, the words kept and the message at the field', async () => {
  const wrong = await save('kontakt', { 'f.phone': '12', 'f.mailbox': 'kontakt@nujin.example' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="12"');
  expect(wrong.text).toContain('value="kontakt@nujin.example"');
  expect(wrong.text).toContain('href="#field-f.phone"');
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain('kontakt@nujin.example');
});

test('the street is for partners until the organisation opens it, and the form says what that means', async () => {
  const opened = await get(page('wo'), 'anna');
  expect(opened.text).toContain('auch wer euch schaden will');
  expect(/name="s.street"[\s\S]*?selected[^>]*>([^<]*)/.exec(opened.text)?.[1]).toBe(
    'nur Partner einer Zusammenarbeit',
  );
  await save('wo', { 'f.street': 'Gartenweg 2', 's.street': 'partner' });
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain('Gartenweg');
  expect((await get(`/organisationen/${NUJIN}`, 'anna')).text).toContain('Gartenweg 2');
  for (const who of ['ben', 'carla'])
    expect((await get(`/organisationen/${NUJIN}`, who)).text).not.toContain('Gartenweg');
  expect((await save('wo', { 's.street': 'public' })).location).toBe(`/organisationen/${NUJIN}/wie-fremde`);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain('Gartenweg 2');
  await save('wo', { 's.street': 'own' });
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toMatch(/Gartenweg|Leinensteig/);
});

test('the view of strangers is to the byte what a stranger gets', async () => {
  for (const language of ['de', 'ar']) {
    const path = `/organisationen/${NUJIN}`;
    const stranger = main((await get(`${path}?lang=${language}`)).text);
    const preview = await get(`${path}/wie-fremde?lang=${language}`, 'anna');
    expect(stranger.length).toBeGreaterThan(500);
    expect(main(preview.text).endsWith(stranger)).toBe(true);
    expect(main((await get(`${path}?lang=${language}`, 'anna')).text).endsWith(stranger)).toBe(false);
  }
  expect((await get(`/organisationen/${NUJIN}/wie-fremde`)).status).toBe(404);
  expect((await get(`/organisationen/${NUJIN}/wie-fremde`, 'ben')).status).toBe(404);
});

test('what two people write at once does not get lost: the later sees both', async () => {
  const opened = await get(page('wer'), 'anna');
  const base = baseIn(opened.text);
  expect((await post(page('wer'), 'anna', { base, 'f.name.de': 'Nûjîn', 's.name': 'public' })).status).toBe(303);
  const late = await post(page('wer'), 'anna', { base, 'f.name.de': 'Frauenverein Nûjîn', 's.name': 'public' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="Frauenverein Nûjîn"');
  expect(late.text).toContain('Jetzt steht hier: Nûjîn');
  const again = await post(page('wer'), 'anna', { base: baseIn(late.text), 'f.name.de': 'Frauenverein Nûjîn' });
  expect(again.status).toBe(303);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain('Frauenverein Nûjîn');
});

test('a further language is added beside the others', async () => {
  await save('wer', { 'n.name': 'Komeleya Jinan', 'l.name': 'kmr' });
  const { text } = await get(`/organisationen/${NUJIN}`);
  expect(text).toContain('Komeleya Jinan');
  const missing = await save('wer', { 'n.description': 'Ein Text', 'l.description': '' });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('in welcher Sprache der Text ist');
});

test('a later word of a list displaces nothing that the organisation said', async () => {
  await house.tell(
    [],
    [
      house.listed(NUJIN, 'phone', '+493710000001'),
      house.listed(NUJIN, 'name', 'Anders', { saidAt: new Date('2026-12-01T08:00:00Z') }),
    ],
  );
  const { text } = await get(`/organisationen/${NUJIN}`);
  expect(text).toMatch(/<h1>[\s\S]*?(Komeleya Jinan|Frauenverein Nûjîn)[\s\S]*?<\/h1>/);
  expect(text.indexOf('+49 371 7654321')).toBeGreaterThan(0);
});

test('the coordination corrects in its role: before the lists, behind the organisation', async () => {
  const path = `/organisationen/${NUJIN}/hinweis`;
  expect((await get(path, 'ben')).status).toBe(404);
  expect((await get(path, 'anna')).status).toBe(404);
  const contact = await get(`${path}/kontakt`, 'carla');
  expect(contact.text).not.toContain('internalContact');
  expect((await get(`${path}/intern`, 'carla')).status).toBe(404);
  const saved = await post(`${path}/kontakt`, 'carla', {
    base: baseIn(contact.text),
    'f.phone': '0371 5555555',
    'f.website': 'www.nujin.example',
  });
  expect(saved.status).toBe(303);
  const { text } = await get(`/organisationen/${NUJIN}`);
  expect(text.indexOf('+49 371 7654321')).toBeLessThan(text.indexOf('+49 371 5555555'));
  expect(text).toContain('www.nujin.example');
  expect(text).toContain('die Koordination des Netzwerks');
});

test('every field that changes leaves a note in the chain, without what was typed', async () => {
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ act, byRole, about }) => [act, byRole, about])).toEqual(
    expect.arrayContaining([
      ['word.said', 'organisation', 'field/phone'],
      ['word.said', 'organisation', 'field/street'],
      ['word.corrected', 'coordination', 'field/website'],
    ]),
  );
  expect(JSON.stringify(notes)).not.toMatch(/Gartenweg|7654321/);
});

test('editing confirms nothing; standing by it confirms all that is public, with one tap', async () => {
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain('durch: die Organisation selbst');
  expect((await post(`/organisationen/${NUJIN}/stimmt-noch`, 'ben', {})).status).toBe(404);
  expect((await post(`/organisationen/${NUJIN}/stimmt-noch`, 'carla', {})).status).toBe(404);
  expect((await post(`/organisationen/${NUJIN}/stimmt-noch`, 'anna', {})).status).toBe(303);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(
    'zuletzt bestätigt am 21. November 2026 durch: die Organisation selbst',
  );
});

test('the register can be rebuilt to the byte after all this', async () => {
  const { same } = await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  expect(Object.values(same)).not.toContain(false);
});

test('the database refuses what another organisation writes, and what nobody of them says', async () => {
  const asAnna = house.database.as(PEOPLE['anna']!);
  const asBen = house.database.as(PEOPLE['ben']!);
  const own = await house.asSystem.read((db) =>
    db.selectFrom('source').select('id').where('speaker', '=', NUJIN).executeTakeFirstOrThrow(),
  );
  const claim = { ...house.listed(NUJIN, 'shortName', 'Falsch'), sourceKind: 'own' as const };
  const insert = (db: typeof asAnna, source: number) =>
    db.write((tx) => say(tx, REGISTER, { claims: [{ ...claim, source }], at: house.clock.now() }));
  await expect(insert(asBen, own.id)).rejects.toThrow(/row-level security/);
  // Not even about itself in the name of a list.
  await expect(insert(asAnna, house.list)).rejects.toThrow(/row-level security/);
  await expect(insert(house.database.as(STRANGER), own.id)).rejects.toThrow(/row-level security/);
  const ended = await asAnna.write((tx) =>
    tx
      .updateTable('claim')
      .set({ retracted_at: house.clock.now() })
      .where('source', '=', house.list)
      .executeTakeFirst(),
  );
  expect(Number(ended.numUpdatedRows)).toBe(0);
  await expect(
    asBen.write((tx) => tx.insertInto('subject_keeper').values({ subject: NUJIN, organisation: TREFF }).execute()),
  ).rejects.toThrow(/row-level security/);
});

test('nothing tells at which hour somebody wrote', async () => {
  const { rows } = await house.database.sql(
    'select c.said_at, s.retrieved_at from claim c join source s on s.id = c.source where s.speaker = $1',
    [NUJIN],
  );
  for (const row of rows)
    for (const at of Object.values(row)) expect(new Date(String(at)).toISOString()).toContain('T00:00:00');
});
