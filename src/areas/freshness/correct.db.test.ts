import { afterAll, beforeAll, expect, test } from 'vitest';
import { seenIn } from '../../../test/seen.ts';
import { openFreshnessWorld, type FreshnessWorld } from '../../../test/freshness-world.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER } from '../../plain/actor.ts';
import { rebuild } from '../claims/index.ts';

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
}, 60_000);
afterAll(() => world.close());

async function publicText(id: string): Promise<string> {
  return (await world.get(`/organisationen/${id}`)).text;
}

async function isSame(): Promise<boolean> {
  const { same } = await rebuild({ ...world.program, register: REGISTER });
  return Object.values(same).every(Boolean);
}

test('what has changed while somebody was typing is not changed back, and their words are kept', async () => {
  const { id, path } = await world.asked('typing');
  const page = await world.get(`${path}/aendern`);
  const was = Object.fromEntries(
    [...page.text.matchAll(/name="((?:was|field)\.\w+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  await world.tell('typing', { phone: '+493714009999' }, { on: '2026-11-20', isKnown: true });
  const typed = { seen: seenIn(page.text), ...was, 'field.website': 'https://typing.example', note: 'Ein Satz' };
  const again = await world.post(`${path}/aendern`, typed);
  expect(again.status).toBe(409);
  expect(again.text).toContain('Inzwischen hat sich hier etwas geändert');
  expect(again.text).toContain('value="https://typing.example"');
  expect(again.text).toContain('Ein Satz</textarea>');
  expect(again.text).toMatch(/name="field.phone"[^>]*value="[^"]*4009999"/);
  expect((await world.get(`${path}/aendern`)).status).toBe(200);
  const overtaken = await world.post(`${path}/aendern`, { ...typed, 'field.phone': '0371 4001111' });
  expect(overtaken.text).toMatch(/name="field.phone"[^>]*value="0371 4001111"/);
  expect(overtaken.text).toMatch(/Jetzt steht dort: [^<]*4009999/);
  expect(await publicText(id)).toContain('noch nicht bestätigt');
});

test('what is no longer right is put right, the rest is confirmed, and both can be taken back', async () => {
  const { id, path } = await world.asked('fix');
  const form = {
    'field.phone': '0371 4004991',
    'field.mailbox': 'kontakt@fix.example',
    'field.place': 'Kaltenried',
    note: '',
  };
  expect((await world.answer(`${path}/aendern`, form)).status).toBe(303);
  const text = await publicText(id);
  expect(text).toContain('4004991');
  expect(text).toContain('Ansprechstelle der Organisation');
  expect(text).toContain('Andere sagen');
  expect(await isSame()).toBe(true);
  await world.post(`${path}/zurueck`);
  const back = await world.get(`/organisationen/${id}.json`);
  expect(JSON.parse(back.text)).toMatchObject({
    facts: expect.arrayContaining([
      expect.objectContaining({ field: 'phone', value: '+493714004990', confirmedOn: null }),
    ]),
  });
  expect(await isSame()).toBe(true);
});

test('an emptied field is shown to nobody any more, and no list speaks in its place', async () => {
  const { id, path } = await world.asked('empty');
  expect((await world.answer(`${path}/aendern`, { 'field.phone': '' })).status).toBe(303);
  const { text } = await world.get(`/organisationen/${id}.json`);
  expect(text).not.toContain('4004990');
  expect(text).toContain('kontakt@empty.example');
});

test('what cannot be read comes back with the words kept and the message at the field', async () => {
  const { path } = await world.asked('wrong');
  const page = await world.answer(`${path}/aendern`, { 'field.phone': 'ruf halt an', note: 'Ein Satz' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('value="ruf halt an"');
  expect(page.text).toContain('Ein Satz</textarea>');
  expect(page.text).toMatch(/field-field\.phone-error/);
  const none = await world.answer(`${path}/aendern`, {});
  expect(none.status).toBe(422);
  const person = await world.answer(`${path}/aendern`, { 'field.mailbox': 'ayse.yilmaz@fix.example' });
  expect(person.text).toContain('Adresse eines Menschen');
});

test('a sentence goes to the coordination only, and then nothing counts as confirmed', async () => {
  const { id, path } = await world.asked('note');
  expect((await world.answer(`${path}/aendern`, { note: 'Wir ziehen im Mai um' })).status).toBe(303);
  expect(await publicText(id)).not.toContain('Wir ziehen');
  expect(await publicText(id)).toContain('noch nicht bestätigt');
  expect((await world.get(`/auffrischen/${id}`, 'operator')).text).toContain('Wir ziehen im Mai um');
  expect((await world.get('/auffrischen?zeige=mensch', 'operator')).text).toContain('Verein note');
  expect((await world.post(`/auffrischen/${id}/erledigt`, {}, 'operator')).status).toBe(303);
  expect((await world.database.sql('select note from confirmation_ask where note is not null')).rows).toEqual([]);
  expect(
    await world.database.as(STRANGER).read((db) => db.selectFrom('confirmation_ask').selectAll().execute()),
  ).toEqual([]);
});

test('what an organisation has said with its account a link cannot change', async () => {
  const { id, path } = await world.asked('own');
  await world.tell('own', { phone: '+493714004995' }, { isKnown: true, own: true });
  const page = await world.get(`${path}/aendern`);
  expect(page.text).not.toContain('name="field.phone"');
  expect(page.text).toContain('nur angemeldet');
  expect((await world.answer(`${path}/aendern`, { 'field.phone': '0371 4004996', note: '' })).status).toBe(422);
  expect((await world.get(`/organisationen/${id}.json`)).text).not.toContain('4004996');
});
