import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;
let door: string;
let cookie: string;

beforeAll(async () => {
  house = await openConversationHouse();
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  door = await house.door();
  cookie = await house.join(door);
});
afterAll(() => house.database.close());

const first = async (where: string, values: readonly unknown[]) =>
  String((await house.rows(`select id from statement where ${where} order by id limit 1`, values))[0]?.['id']);
const answer = async (statement: string, said: string) =>
  (await house.post(`${door}/aussage`, { statement, answer: said }, cookie)).status;
const kept = async () => (await house.rows('select answers from ballot'))[0]?.['answers'];

test('an answer to what was declined in between can be taken back, and not given', async () => {
  const statement = await first('conversation = $1', [house.id]);
  expect(await answer(statement, 'agree')).toBe(303);
  expect(await kept()).toEqual({ [statement]: 1 });
  await house.post(`${house.path}/aussagen`, { statement, act: 'decline', reason: 'double' }, house.nur);
  expect(await answer(statement, 'disagree')).toBe(404);
  expect(await kept()).toEqual({ [statement]: 1 });
  expect(await answer(statement, 'none')).toBe(303);
  expect(await kept()).toEqual({});
});

test('what waits, what belongs to another conversation and what is no statement takes no answer', async () => {
  await house.post(`${door}/neu`, { text: 'Der Hof soll grün werden.' }, cookie);
  const form = { ...PLAN, steward: house.organisation };
  const other = (await house.post('/gespraeche/neu', form, house.nur)).location ?? '';
  await house.post(`${other}/beginnen`, {}, house.nur);
  for (const statement of [
    await first(`state = 'waiting'`, []),
    await first('conversation <> $1', [house.id]),
    house.id,
    "1'; drop table ballot",
  ])
    expect(await answer(statement, 'agree'), statement).toBe(404);
  expect(await kept()).toEqual({});
});
