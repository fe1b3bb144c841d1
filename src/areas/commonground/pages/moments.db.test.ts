import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  door = await house.door();
});
afterAll(() => house.database.close());

const THOUGHTS = [
  'Mehr Bänke am Fluss',
  'Ein Nachtbus nach Rhoenau',
  'Kochen in der Schule',
  'Fahrräder für alle Kinder',
  'Weniger Formulare im Rathaus',
  'Chöre treten im Sommer auf',
  'Ein Garten hinter der Bibliothek',
  'Werkzeug zum Ausleihen',
  'Sprachkurse am Vormittag',
  'Schwimmen nur für Frauen',
  'Theater ohne Eintritt',
];
const say = (text: string, cookie: string) => house.post(`${door}/neu`, { text }, cookie);

/** All moments that are kept anywhere. */
async function moments(): Promise<ReadonlySet<string>> {
  const tables = await house.rows(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = new Set<string>();
  for (const { name } of tables) {
    const all = JSON.stringify(await house.rows(`select to_jsonb(t)::text from "${String(name)}" t`));
    for (const [moment] of all.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g)) found.add(moment);
  }
  return found;
}

test('whoever joins, answers, writes and mistypes leaves no moment behind that is finer than the day', async () => {
  const form = { ...PLAN, entry: 'codes', isPublic: '', steward: house.organisation };
  const coded = (await house.post('/gespraeche/neu', form, house.nur)).location ?? '';
  await house.post(`${coded}/beginnen`, {}, house.nur);
  const sheet = (await house.get(`${coded}/blatt`, house.nur)).text;
  const withCode = /https?:\/\/localhost(\/g\/[\w-]{48})/.exec(sheet)?.[1] ?? '';
  const wrong = 'abend ablauf abreise abstand abteil';

  const before = await moments();
  house.clock.turn('2026-11-21T19:47:13Z');
  const cookie = await house.vote(door, { [SEEDS[0]]: 'agree' });
  for (let time = 0; time < 5; time += 1) expect((await say(THOUGHTS[time] ?? '', cookie)).status).toBe(303);
  for (let time = 0; time < 22; time += 1) {
    expect((await house.post(withCode, { code: wrong })).status).toBe(422);
    expect((await house.post('/g', { code: wrong })).status).toBe(422);
  }
  const finer = [...(await moments())].filter((moment) => !before.has(moment) && !moment.endsWith('T00:00:00'));
  expect(finer).toEqual([]);
});

test('ten statements of one person are enough for one day, however they come; the next day and others are free', async () => {
  const cookie = await house.join(door);
  const sent = await Promise.all(THOUGHTS.map((text) => say(`${text}?`, cookie)));
  const refused = sent.filter(({ status }) => status === 422);
  expect([sent.length, refused.length]).toEqual([11, 1]);
  expect(refused[0]?.text).toContain('Du hast heute schon 10 Aussagen geschrieben.');
  const before = await house.count('statement');
  expect((await say('Noch eine ganz andere Sache', cookie)).status).toBe(422);
  expect(await house.count('statement')).toBe(before);
  expect((await say('Noch eine ganz andere Sache', await house.join(door))).status).toBe(303);
  house.clock.turn('2026-11-21T23:01:00Z');
  expect((await say('Am Morgen denkt es sich anders', cookie)).status).toBe(303);
});
