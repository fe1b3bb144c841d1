import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  door = await house.door();
});
afterAll(() => house.database.close());

/** What stands in the form once it runs; everything else is not in it. */
const KEPT = { endsOn: PLAN.endsOn, 'topic1.de': 'Der Krieg', 'topic1.ar': 'الحرب', topicDay1: '2027-01-10' };
const edit = (form: Readonly<Record<string, string>>, cookie: string | null = house.nur) =>
  house.post(`${house.path}/bearbeiten`, form, cookie);
const parked = async () =>
  (await house.rows('select parked from conversation where id = $1', [house.id]))[0]?.['parked'];
const text = async (path: string, language = 'de') =>
  (await house.get(path, null, language)).text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('until it begins topics come and go without a trace', async () => {
  const { seeds: _, ...plan } = PLAN;
  expect((await edit({ ...plan, 'topic2.de': 'Die Miete', topicDay2: '2027-02-01' })).status).toBe(303);
  expect((await edit(plan)).status).toBe(303);
  expect(await parked()).toEqual([{ topics: { de: 'Der Krieg', ar: 'الحرب' }, day: '2027-01-10' }]);
  expect((await house.post(`${house.path}/beginnen`, {}, house.nur)).status).toBe(303);
  expect(await text(`${door}/protokoll`)).not.toContain('Der Krieg');
});

test('while it runs its steward alone parks a topic, with a day on which it is looked at again', async () => {
  const form = { ...KEPT, 'topic2.de': 'Wer bekommt das Geld?', topicDay2: '' };
  for (const cookie of [null, await house.enter('otto'), await house.enter('kim'), await house.enter('olga')]) {
    expect((await house.get(`${house.path}/bearbeiten`, cookie)).status).toBe(404);
    expect((await edit({ ...form, topicDay2: '2027-03-01' }, cookie)).status).toBe(404);
  }
  const without = await edit(form);
  expect([without.status, without.text]).toEqual([422, expect.stringContaining('Wähl einen Tag.')]);
  expect(without.text).toContain('value="Wer bekommt das Geld?"');
  expect(without.text).toContain('Was du hier änderst, steht mit Tag im Protokoll.');
  expect(JSON.stringify(await parked())).not.toContain('Geld');
  expect((await edit({ ...form, topicDay2: '2027-03-01' })).status).toBe(303);
  for (const path of [house.path, `${house.path}/ergebnis`, door])
    expect(await text(path), path).toContain('Wer bekommt das Geld? dran am 1. März 2027');
  expect(await text(door, 'ar')).toContain('Wer bekommt das Geld?');
});

test('what is moved or taken out stands in the public log with its day and without names, and is not forgotten', async () => {
  house.clock.turn('2026-11-22T08:00:00Z');
  await edit({ ...KEPT, topicDay1: '2027-05-02', 'topic2.de': 'Wer bekommt das Geld?', topicDay2: '2027-03-01' });
  await edit({ ...KEPT, topicDay1: '2027-05-02', 'topic2.de': '', topicDay2: '' });
  expect(await text(door)).not.toContain('Wer bekommt das Geld?');
  expect((await house.get(`${house.path}/bearbeiten`, house.nur)).text).not.toContain('Wer bekommt das Geld?');
  for (const path of [`${house.path}/protokoll`, `${door}/protokoll`]) {
    const log = await text(path);
    for (const row of [
      '22. November 2026 Der Krieg verschoben auf den 2. Mai 2027',
      '22. November 2026 Wer bekommt das Geld? herausgenommen',
      '21. November 2026 Wer bekommt das Geld? geparkt, dran am 1. März 2027',
    ])
      expect(log, path).toContain(row);
    for (const unsaid of ['nur@example.org', house.organisation])
      expect((await house.get(path)).text).not.toContain(unsaid);
  }
  expect(await text(`${door}/protokoll`, 'ar')).toContain('الحرب');
});

test('after the end nothing is parked any more, and the log stays', async () => {
  expect((await house.post(`${house.path}/beenden`, {}, house.nur)).status).toBe(303);
  expect((await edit({ ...KEPT, topicDay1: '2027-06-01' })).status).toBe(409);
  expect(await text(house.path)).toContain('dran am 2. Mai 2027');
  expect(await text(`${house.path}/protokoll`)).toContain('herausgenommen');
});

test('after the end its steward is offered what can still be done, and nothing else', async () => {
  const offered = async () => (await house.get(house.path, house.nur)).text;
  expect(await offered()).not.toMatch(/\/blatt|\/bearbeiten/);
  expect(await offered()).toContain('Stand festhalten');
  await house.database.sql(`insert into stand values ($1, 1, '2026-11-22', true, '{}')`, [house.id]);
  expect(await offered()).not.toContain('Stand festhalten');
});
