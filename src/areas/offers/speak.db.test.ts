import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseIn, openSpeaking, speaker, type Speaking } from '../../../test/speaking.ts';
import { REGISTER } from '../../app/register.ts';
import { system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { rebuild, say, withdraw, type NewClaim } from '../claims/index.ts';

const [NUJIN, TREFF, LISTED] = ['nujin', 'treff', 'listed-offer'].map((key) => idFor(key)) as [string, string, string];
const PEOPLE: Readonly<Record<string, Actor>> = {
  anna: speaker('anna', [NUJIN]),
  ben: speaker('ben', [TREFF]),
  carla: { kind: 'coordination', session: 'carla', account: idFor('carla'), organisations: [], isAdmitted: false },
};
let house: Speaking;
let offer: string;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T20:15:00Z');
  const { listed } = house;
  await house.tell(
    [
      { id: NUJIN, kind: 'organisation' },
      { id: TREFF, kind: 'organisation' },
      { id: LISTED, kind: 'offer' },
    ],
    [
      listed(NUJIN, 'name', 'Frauenverein Nujin'),
      listed(TREFF, 'name', 'Treff'),
      listed(LISTED, 'name', 'Beratung'),
      listed(LISTED, 'carrier', 'Treff'),
    ],
  );
}, 120_000);
afterAll(() => house.database.close());

const get = (path: string, who?: string) => house.get(path, who);
const post = (path: string, who: string, form: Readonly<Record<string, string>>) => house.post(path, who, form);
const save = (part: string, form: Readonly<Record<string, string>>) =>
  house.save(`/angebote/${offer}/bearbeiten/${part}`, 'anna', form);

test('an organisation tells of a new offer, and it stands on its page under its name', async () => {
  const path = `/organisationen/${NUJIN}/angebote/neu`;
  expect((await get(path)).status).toBe(404);
  expect((await get(path, 'ben')).status).toBe(404);
  expect((await post(path, 'ben', { 'n.name': 'Falsch', 'l.name': 'de' })).status).toBe(404);
  const nameless = await post(path, 'anna', { 'f.times': 'So 15–17 Uhr' });
  expect(nameless.status).toBe(422);
  expect(nameless.text).toContain('mindestens einen Namen');
  expect(nameless.text).toContain('So 15–17 Uhr');
  const made = await post(path, 'anna', {
    'n.name': 'Sprachcafé',
    'l.name': 'de',
    'f.times': 'So 15–17 Uhr',
    'f.papersAsked': 'no',
  });
  expect(made.status).toBe(303);
  offer = /angebote\/([^/]+)/.exec(made.location)?.[1] ?? '';
  const shown = await get(`/angebote/${offer}`);
  expect(shown.text).toContain('Sprachcafé');
  expect(shown.text).toContain('ohne Papiere');
  expect(shown.text).toContain(`/organisationen/${NUJIN}"`);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(`/angebote/${offer}`);
});

test('it edits its own offer and sees all its scopes; others see what is for them and no way to edit', async () => {
  expect((await save('wo', { 'f.street': 'Leinensteig 4', 's.street': 'partner' })).status).toBe(303);
  expect((await get(`/angebote/${offer}`, 'anna')).text).toContain('Leinensteig 4');
  for (const who of [undefined, 'ben']) {
    const { text } = await get(`/angebote/${offer}`, who);
    expect(text).not.toContain('Leinensteig');
    expect(text).not.toContain('bearbeiten');
  }
  expect((await get(`/angebote/${offer}`, 'anna')).text).toContain(`/angebote/${offer}/bearbeiten`);
});

test('for everybody else the form is a page that does not exist', async () => {
  const none = await get(`/angebote/${idFor('nothing')}/bearbeiten`, 'ben');
  for (const who of [undefined, 'ben']) expect(await get(`/angebote/${offer}/bearbeiten`, who)).toEqual(none);
  expect((await post(`/angebote/${offer}/bearbeiten/was`, 'ben', { 'f.name.de': 'X' })).status).toBe(404);
  expect((await post(`/angebote/${offer}/beenden`, 'ben', {})).status).toBe(404);
});

test('it finds its offers together, and nobody else does', async () => {
  expect((await get(`/organisationen/${NUJIN}/angebote`, 'anna')).text).toContain(`/angebote/${offer}/bearbeiten`);
  for (const who of [undefined, 'ben']) expect((await get(`/organisationen/${NUJIN}/angebote`, who)).status).toBe(404);
});

test('taking the name of another organisation does not open its offers', async () => {
  const path = `/organisationen/${NUJIN}/bearbeiten/wer`;
  const renamed = await house.save(path, 'anna', { 'f.name.de': 'Treff' });
  expect(renamed.status).toBe(303);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain('Treff');
  expect((await get(`/angebote/${LISTED}/bearbeiten`, 'anna')).status).toBe(404);
  expect((await get(`/angebote/${LISTED}/bearbeiten`, 'ben')).status).toBe(404);
  await house.save(path, 'anna', { 'f.name.de': 'Frauen im Haus' });
  expect((await get(`/angebote/${offer}/bearbeiten`, 'anna')).status).toBe(200);
});

test('an offer follows its organisation to a new name as soon as it is edited', async () => {
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain(offer);
  await save('was', { 'f.topics': 'Sprache' });
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(offer);
  expect((await get(`/angebote/${offer}`)).text).toContain('Frauen im Haus');
});

test('the database refuses what nobody who keeps the offer says', async () => {
  const source = await house.asSystem.read((db) =>
    db.selectFrom('source').select('id').where('speaker', '=', NUJIN).executeTakeFirstOrThrow(),
  );
  const claim: NewClaim = { ...house.listed(offer, 'district', 'Falsch'), source: source.id, sourceKind: 'own' };
  const ben = house.database.as(PEOPLE['ben']!);
  await expect(ben.write((tx) => say(tx, REGISTER, { claims: [claim], at: house.clock.now() }))).rejects.toThrow(
    /row-level security/,
  );
  const anna = house.database.as(PEOPLE['anna']!);
  await expect(
    anna.write((tx) => say(tx, REGISTER, { claims: [{ ...claim, subject: LISTED }], at: house.clock.now() })),
  ).rejects.toThrow(/row-level security/);
  await expect(
    anna.write((tx) => tx.insertInto('subject_keeper').values({ subject: LISTED, organisation: NUJIN }).execute()),
  ).rejects.toThrow(/row-level security/);
  const seen = await ben.read((db) => db.selectFrom('subject_keeper').selectAll().execute());
  expect(seen).toEqual([]);
  const claims = await ben.read((db) =>
    db.selectFrom('claim').select('field').where('subject', '=', offer).where('scope', '!=', 'public').execute(),
  );
  expect(claims).toEqual([]);
});

test('the view of strangers is to the byte what a stranger gets, for whoever keeps the offer and for the network', async () => {
  for (const language of ['de', 'ar']) {
    const path = `/angebote/${offer}`;
    const stranger = main((await get(`${path}?lang=${language}`)).text);
    expect(stranger.length).toBeGreaterThan(500);
    for (const who of ['anna', 'carla']) {
      const preview = await get(`${path}/wie-fremde?lang=${language}`, who);
      expect(main(preview.text).endsWith(stranger)).toBe(true);
    }
    expect(main((await get(`${path}?lang=${language}`, 'anna')).text).endsWith(stranger)).toBe(false);
  }
  const none = await get(`/angebote/${idFor('nothing')}/wie-fremde`, 'ben');
  for (const who of [undefined, 'ben']) expect(await get(`/angebote/${offer}/wie-fremde`, who)).toEqual(none);
});

test('of an offer that asked not to be shown strangers get nothing, which only its organisation is told', async () => {
  const made = await post(`/organisationen/${NUJIN}/angebote/neu`, 'anna', { 'n.name': 'Probe', 'l.name': 'de' });
  const hidden = /angebote\/([^/]+)/.exec(made.location)?.[1] ?? '';
  await house.asSystem.write((tx) => withdraw(tx, REGISTER, hidden, house.clock.now()));
  const own = await get(`/angebote/${hidden}/wie-fremde`, 'anna');
  expect([own.status, own.text.includes('Die Seite gibt es für sie nicht')]).toEqual([200, true]);
  expect(own.text).not.toContain('Probe');
  const none = await get(`/angebote/${idFor('nothing')}/wie-fremde`, 'carla');
  expect(await get(`/angebote/${hidden}/wie-fremde`, 'carla')).toEqual(none);
});

test('the coordination corrects an offer in its role: before the lists, behind the organisation, and both know', async () => {
  const path = `/angebote/${offer}/hinweis`;
  const none = await get(`/angebote/${idFor('nothing')}/hinweis`, 'ben');
  for (const who of [undefined, 'ben', 'anna']) expect(await get(path, who)).toEqual(none);
  expect((await get(`/angebote/${offer}`, 'carla')).text).toContain(path);
  const where = await get(`${path}/wo`, 'carla');
  expect(where.text).not.toContain('f.street');
  expect((await house.save(`${path}/kontakt`, 'carla', { 'f.phone': '0371 5555555' })).status).toBe(303);
  expect((await house.save(`${path}/was`, 'carla', { 'f.name.de': 'Anders' })).status).toBe(303);
  const { text } = await get(`/angebote/${offer}`);
  expect(text).toContain('+49 371 5555555');
  expect(/<h1>[\s\S]*?<\/h1>/.exec(text)?.[0]).toContain('Sprachcafé');
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ act, byRole }) => `${act} ${byRole}`)).toContain('offer.corrected coordination');
  expect(JSON.stringify(notes)).not.toContain('5555555');
});

test('of an offer that nobody keeps the coordination says what it knows, and no organisation is asked', async () => {
  expect((await house.save(`/angebote/${LISTED}/hinweis/was`, 'carla', { 'f.topics': 'Rat' })).status).toBe(303);
  expect((await get(`/angebote/${LISTED}`)).text).toContain('Rat');
});

test('what others say about a kept offer is adopted with one button, and stays theirs once the offer ends', async () => {
  const name = { 'n.name': 'Nähstube', 'l.name': 'de' };
  const other = /angebote\/([^/]+)/.exec(
    (await post(`/organisationen/${NUJIN}/angebote/neu`, 'anna', name)).location,
  )?.[1];
  await house.tell([], [house.listed(other ?? '', 'website', 'https://nujin.example/')]);
  await house.save(`/angebote/${other}/hinweis/kontakt`, 'carla', { 'f.phone': '0371 5555555' });
  const path = `/angebote/${other}/uebernehmen`;
  const form = await get(path, 'anna');
  const ticks = [...form.text.matchAll(/name="(t\.[^"]+)" value="(\d+)" checked/g)].map(([, tick, id]) => [tick, id]);
  expect(ticks.map(([tick]) => tick)).toEqual(['t.phone', 't.website']);
  const base = baseIn(form.text);
  expect((await post(path, 'ben', { base })).status).toBe(404);
  const done = await post(path, 'anna', { base, ...Object.fromEntries(ticks) });
  expect([done.status, done.location]).toEqual([303, `/angebote/${other}/bearbeiten`]);
  expect((await get(path, 'anna')).text).toContain('nichts mehr zu übernehmen');
  expect((await post(`/angebote/${other}/beenden`, 'anna', {})).status).toBe(303);
  expect((await get(`/angebote/${other}`)).text).toContain('nujin.example');
});

test('an ended offer is gone for everybody, with what roles corrected about it; its notes stay, and the register rebuilds to the byte', async () => {
  expect((await get(`/angebote/${offer}/beenden`, 'anna')).status).toBe(200);
  expect((await post(`/angebote/${offer}/beenden`, 'anna', {})).location).toBe(`/organisationen/${NUJIN}`);
  for (const who of [undefined, 'anna']) expect((await get(`/angebote/${offer}`, who)).status).toBe(404);
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain(offer);
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ act }) => act)).toEqual(expect.arrayContaining(['offer.added', 'offer.said', 'offer.ended']));
  const { same } = await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  expect(Object.values(same)).not.toContain(false);
});

function main(text: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1]?.trim() ?? '';
}
