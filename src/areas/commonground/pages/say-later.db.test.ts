import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  door = await house.door();
});
afterAll(() => house.database.close());

const TEXT = { rules: 'نتحدث عن أنفسنا لا عن الآخرين.', redLines: 'لا أحد ملزم بإعلان ولائه لبلد.' };
const KEPT = { endsOn: PLAN.endsOn, 'topic1.de': 'Der Krieg', 'topic1.ar': 'الحرب', topicDay1: PLAN.topicDay1 };
const edit = async (form: Readonly<Record<string, string>>) =>
  (await house.post(`${house.path}/bearbeiten`, { ...KEPT, ...form }, house.nur)).status;
const page = async (path: string, language = 'de') => (await house.get(path, house.nur, language)).text;
const told = async () =>
  (await house.rows('select says, languages from conversation where id = $1', [house.id]))[0] ?? {};

test('what is missing tells every text and statement that a language lacks, before it begins and while it runs', async () => {
  const texts = 'Arabisch, noch nicht übersetzt: Hausregeln und Was nicht zur Debatte steht';
  expect(await page(house.path)).toContain(texts);
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  expect(await page(house.path)).toContain(texts);
  expect(await page(house.path)).toContain('Arabisch: 7 Aussagen sind noch nicht übersetzt');
  await house.post(`${house.path}/aussagen`, { act: 'add', text: 'Wir brauchen Bänke.' }, house.nur);
  expect(await page(house.path)).toContain('Arabisch: 8 Aussagen sind noch nicht übersetzt');
  expect((await house.get(house.path)).text).not.toContain('noch nicht übersetzt');
});

test('while it runs, also once somebody has taken part, its steward adds what a language lacks', async () => {
  await house.vote(door, { [SEEDS[0]]: 'agree' });
  const form = await page(`${house.path}/bearbeiten`);
  expect(form).toContain('name="rules.ar"');
  expect(form).toContain('Wir reden von uns, nicht über andere.');
  expect(await edit({ 'rules.ar': TEXT.rules, 'redLines.ar': TEXT.redLines })).toBe(303);
  expect(await page(door, 'ar')).toContain(TEXT.rules);
  expect(await page(door, 'ar')).not.toContain('Wir reden von uns');
  expect(await page(house.path)).not.toContain('Hausregeln und Was nicht');
  expect(await edit({ 'question.tr': 'Mahallede neye ihtiyacımız var?', 'topic1.tr': 'Savaş' })).toBe(303);
  expect((await told())['languages']).toEqual(['de', 'ar', 'tr']);
  expect(await page(door, 'tr')).toContain('Mahallede neye');
  expect(await page(house.path)).toContain('Türkisch, noch nicht übersetzt: Wozu, Hausregeln und Was nicht');
});

test('what was said in a language is never changed by it, and nothing is added that the first language does not say', async () => {
  const { says: before } = await told();
  expect(await page(`${house.path}/bearbeiten`)).not.toMatch(/name="(question\.de|question\.ar|rules\.ar)"/);
  expect(
    await edit({ 'question.de': 'Etwas anderes?', 'question.ar': 'شيء آخر؟', 'rules.ar': '', 'purpose.de': '' }),
  ).toBe(303);
  expect((await told())['says']).toEqual(before);
  const short = await openConversationHouse({ 'rules.de': '' });
  await short.post(`${short.path}/beginnen`, {}, short.nur);
  await short.post(`${short.path}/bearbeiten`, { ...KEPT, 'rules.ar': TEXT.rules }, short.nur);
  const [row] = await short.rows('select says from conversation where id = $1', [short.id]);
  expect(JSON.stringify(row)).not.toContain(TEXT.rules);
  await short.database.close();
});
