import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;

beforeAll(async () => {
  house = await openConversationHouse({ opensOn: '2026-11-21', endsOn: '2026-11-21' });
  await house.post(`${house.path}/beginnen`, {}, house.nur);
});
afterAll(() => house.database.close());

test.each([
  ['de', 'am 21. November 2026', 'Offen am 21. November 2026.', 'bis zum'],
  ['en', 'on 21 November 2026', 'Open on 21 November 2026.', ' to 21'],
  ['tr', '21 Kasım 2026', '21 Kasım 2026 günü açık.', 'arası'],
  ['ar', 'في 21 نوفمبر 2026', 'مفتوح في 21 نوفمبر 2026.', 'إلى 21'],
  ['uk', '21 листопада 2026', 'Відкрито 21 листопада 2026', ' до 21'],
])('a conversation of one day is open on that day, not from it to itself (%s)', async (language, day, open, until) => {
  const door = await house.door();
  const pages = [
    [house.path, null, day],
    [door, null, open],
    [`${house.path}/blatt`, house.nur, open],
  ] as const;
  for (const [path, cookie, said] of pages) {
    const text = (await house.get(path, cookie, language)).text.replaceAll('\u202f', ' ');
    expect([path, text.includes(said)]).toEqual([path, true]);
    expect([path, text.includes(until)]).toEqual([path, false]);
  }
});
