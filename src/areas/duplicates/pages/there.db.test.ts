import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { idFor } from '../../../plain/ids.ts';

const [NUJIN, TREFF, CAFE, HIDDEN] = ['nujin', 'treff', 'cafe', 'hidden'].map((key) => idFor(key)) as [
  string,
  string,
  string,
  string,
];
const PATH = `/organisationen/${NUJIN}/angebote/neu`;
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking({ anna: speaker('anna', [NUJIN]) }, '2026-11-21T20:15:00Z');
  const { listed } = house;
  await house.tell(
    [
      { id: NUJIN, kind: 'organisation' },
      { id: TREFF, kind: 'organisation' },
      { id: CAFE, kind: 'offer' },
      { id: HIDDEN, kind: 'offer' },
    ],
    [
      listed(NUJIN, 'name', 'Frauenverein Nujin'),
      listed(TREFF, 'name', 'Treff'),
      listed(CAFE, 'name', 'Frauencafé Nujin'),
      listed(CAFE, 'carrier', 'Frauenverein Nujin'),
      listed(HIDDEN, 'name', 'Nähwerkstatt Rosengarten', { scope: 'partner' }),
      listed(HIDDEN, 'carrier', 'Frauenverein Nujin', { scope: 'partner' }),
    ],
  );
}, 120_000);
afterAll(() => house.database.close());

const offers = async () =>
  (await house.database.sql("select count(*)::integer as n from subject where kind = 'offer'")).rows[0]?.['n'];

test('whoever adds an offer that is there already is shown it with reasons, and goes on with the same words', async () => {
  const typed = { 'n.name': 'Frauencafé Nujin', 'l.name': 'de', 'f.times': 'So 15–17 Uhr' };
  const before = await offers();
  const asked = await house.post(PATH, 'anna', typed);
  expect(asked.status).toBe(409);
  expect(asked.text).toContain('Gibt es das schon?');
  expect(asked.text).toContain(`/angebote/${CAFE}`);
  expect(asked.text).toContain('<li>Gleicher Name</li>');
  expect(asked.text).toContain('So 15–17 Uhr');
  expect(asked.text).toContain('name="looked" value="yes"');
  expect(await offers()).toBe(before);
  const made = await house.post(PATH, 'anna', { ...typed, looked: 'yes' });
  expect(made.status).toBe(303);
  expect(await offers()).toBe(Number(before) + 1);
});

test('what is added is there for the next one at once', async () => {
  const typed = { 'n.name': 'Chor der Nachbarinnen Löwenplatz', 'l.name': 'de' };
  expect((await house.post(PATH, 'anna', typed)).status).toBe(303);
  const again = await house.post(PATH, 'anna', typed);
  expect(again.status).toBe(409);
  expect(again.text).toContain('Chor der Nachbarinnen Löwenplatz');
});

test('what nothing looks like is added without a question', async () => {
  expect((await house.post(PATH, 'anna', { 'n.name': 'Trommelkurs', 'l.name': 'de' })).status).toBe(303);
});

test('an entry that not everybody sees is never spoken of', async () => {
  const answer = await house.post(PATH, 'anna', { 'n.name': 'Nähwerkstatt Rosengarten', 'l.name': 'de' });
  expect(answer.status).toBe(303);
});

test('who has been protected since, or does not want to be shown any more, is compared with nothing', async () => {
  const typed = { 'n.name': 'Frauencafé Nujin', 'l.name': 'de' };
  const asked = async () => (await house.post(PATH, 'anna', typed)).text;
  const lay = (veil: string, at: Date | null) =>
    house.asSystem.write((tx) =>
      tx
        .updateTable('subject')
        .set({ [veil]: at })
        .where('id', '=', CAFE)
        .execute(),
    );
  expect(await asked()).toContain(`/angebote/${CAFE}`);
  for (const veil of ['protected_at', 'withdrawn_at']) {
    await lay(veil, new Date());
    expect(await asked()).not.toContain(`/angebote/${CAFE}`);
    await lay(veil, null);
  }
  expect(await asked()).toContain(`/angebote/${CAFE}`);
});
