import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';
import { system } from '../../../plain/actor.ts';
import { setEnded } from '../store.ts';
import type { Result } from '../result.ts';
import { countAnew } from '../take-stand.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  door = await house.door();
});
afterAll(() => house.database.close());

const end = (cookie: string | null = house.nur) => house.post(`${house.path}/beenden`, {}, cookie);
const page = async () => (await house.get(house.path, house.nur)).text;

test('what has not begun or not opened is not ended', async () => {
  expect(await page()).not.toContain('Jetzt beenden');
  expect((await end()).status).toBe(409);
});

test('a last day before today is refused with the right reason, and ends nothing', async () => {
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  house.clock.turn('2026-11-23T08:00:00Z');
  for (const endsOn of ['2026-11-22', '2026-11-01']) {
    const refused = await house.post(`${house.path}/bearbeiten`, { ...PLAN, endsOn }, house.nur);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('nicht vor heute')]);
    expect(refused.text).not.toContain('Der letzte Tag liegt nach dem ersten');
  }
  expect((await house.post(`${house.path}/bearbeiten`, { ...PLAN, endsOn: '2026-11-23' }, house.nur)).status).toBe(303);
  expect((await house.get(door)).text).toContain('Mitmachen');
});

test('its steward alone ends it now: nobody answers any more, the last result stands, and the public log tells it', async () => {
  await house.post(`${house.path}/bearbeiten`, { ...PLAN, endsOn: '2026-12-05' }, house.nur);
  let cookie = '';
  for (let person = 0; person < 9; person += 1) cookie = await house.vote(door, { [SEEDS[0]]: 'agree' });
  await house.round();
  for (const other of [null, await house.enter('otto'), await house.enter('kim'), await house.enter('olga')])
    expect((await end(other)).status).toBe(404);
  expect((await house.get(`${house.path}/protokoll`)).text).not.toContain('früher als geplant');
  expect(await page()).toContain('Jetzt beenden');
  expect((await end()).status).toBe(303);
  expect((await house.get(door)).text).toContain('Das Gespräch ist beendet. Der letzte Tag war der 23. November 2026.');
  const [statement] = await house.rows('select id from statement where conversation = $1 limit 1', [house.id]);
  const late = { statement: String(statement?.['id']), answer: 'agree' };
  expect((await house.post(`${door}/aussage`, late, cookie)).status).toBe(403);
  expect((await house.post(door, {})).status).toBe(403);
  const stands = () => house.rows('select number, is_last, taken_on::text from stand order by number');
  const last = { number: 1, is_last: true, taken_on: '2026-11-23' };
  expect((await stands()).at(-1)).toEqual(last);
  await house.round();
  expect((await stands()).at(-1)).toEqual(last);
  for (const path of [house.path, door])
    expect((await house.get(`${path}/protokoll`)).text).toContain('Am 23. November 2026 beendet, früher als geplant.');
  expect(await page()).not.toContain('Jetzt beenden');
  expect((await end()).status).toBe(409);
});

test('an answer that comes in the moment of the end is refused, not kept and left uncounted', async () => {
  const other = await openConversationHouse();
  const at = await other.door();
  await other.post(`${other.path}/beginnen`, {}, other.nur);
  const cookie = await other.vote(at, { [SEEDS[0]]: 'agree' });
  const statement = await idOf(other, SEEDS[1]);
  const late = other.database.as(system('test')).write(async (tx) => {
    await setEnded(tx, other.id, '2026-11-21');
    const answer = other.post(`${at}/aussage`, { statement, answer: 'agree' }, cookie);
    // Long enough to be looked at while the conversation still runs.
    await setTimeout(400);
    return { answer };
  });
  expect((await (await late).answer).status).toBe(403);
  expect(await other.rows('select answers from ballot')).toEqual([{ answers: { [await idOf(other, SEEDS[0])]: 1 } }]);
  await other.database.close();
});

async function idOf(from: ConversationHouse, text: string): Promise<string> {
  return String((await from.rows("select id from statement where texts ->> 'de' = $1", [text]))[0]?.['id']);
}

test('who counts in the moment in which somebody else does finds their result, and makes none', async () => {
  const other = await openConversationHouse();
  const at = await other.door();
  await other.post(`${other.path}/beginnen`, {}, other.nur);
  for (let person = 0; person < 8; person += 1) await other.vote(at, { [SEEDS[0]]: 'agree' });
  const running = { id: other.id, endsOn: PLAN.endsOn, endedEarly: false };
  const late = other.database.as(system('test')).write(async (tx) => {
    await countAnew(tx, running, '2026-11-21');
    const counted = other.post(`${other.path}/stand`, {}, other.nur);
    await setTimeout(400);
    return { counted };
  });
  expect((await (await late).counted).status).toBe(303);
  expect(await other.count('stand')).toBe(1);
  await other.database.close();
});

test.each([
  { late: 4, results: [8], told: '4 Menschen sind seit dem letzten Stand dazugekommen' },
  { late: 5, results: [8, 13], told: null },
])('of $late who come after a result nobody can be told by the end', async ({ late, results, told }) => {
  const other = await openConversationHouse();
  const at = await other.door();
  await other.post(`${other.path}/beginnen`, {}, other.nur);
  for (let person = 0; person < 8; person += 1) await other.vote(at, { [SEEDS[0]]: 'agree' });
  await other.post(`${other.path}/stand`, {}, other.nur);
  const before = (await other.get(other.path, other.nur)).text;
  expect(before).not.toContain('seit dem letzten Stand dazugekommen');
  for (let person = 0; person < late; person += 1) await other.vote(at, { [SEEDS[0]]: 'disagree' });
  const page = (await other.get(other.path, other.nur)).text;
  expect(page.includes('seit dem letzten Stand dazugekommen. Endet')).toBe(told !== null);
  if (told !== null) expect(page).toContain(told);
  await other.post(`${other.path}/beenden`, {}, other.nur);
  const stands = await other.rows('select result, is_last from stand order by number');
  expect(stands.map(({ result }) => (result as Result).participants)).toEqual(results);
  expect(stands.map((one) => one['is_last'])).toEqual(results.map((_, number) => number === results.length - 1));
  expect((await other.get(`${other.path}/ergebnis`)).text).toContain('Das ist der letzte Stand.');
  await other.database.close();
});

test('what is prepared for days that are over does not begin, and so is not ended with nobody in it', async () => {
  const other = await openConversationHouse({ endsOn: '2026-11-21' });
  other.clock.turn('2026-11-22T08:00:00Z');
  const begin = async () => {
    await other.post(`${other.path}/beginnen`, {}, other.nur);
    return (await other.get(other.path, other.nur)).text;
  };
  expect(await begin()).toContain('in Vorbereitung');
  await other.post(`${other.path}/bearbeiten`, { ...PLAN, endsOn: '2026-11-22' }, other.nur);
  expect(await begin()).not.toContain('in Vorbereitung');
  await other.database.close();
});

test('only statements that are open are counted for the beginning', async () => {
  const other = await openConversationHouse();
  for (const text of SEEDS.slice(0, 2))
    await other.post(
      `${other.path}/aussagen`,
      { statement: await idOf(other, text), act: 'decline', reason: 'double' },
      other.nur,
    );
  await other.post(`${other.path}/beginnen`, {}, other.nur);
  expect((await other.get(other.path, other.nur)).text).toContain('in Vorbereitung');
  await other.database.close();
});
