import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring } from '../../../../test/agreed.ts';

let house: AgreementHouse;
beforeEach(async () => {
  house = await openAgreementHouse();
});
afterEach(() => house.database.close());

const pathOf = (agreement: string) => `/vereinbarungen/${agreement}/augenhoehe`;

test('both partners see the same sheet: from 0 to 9,600 € and 40 %, figures as table and as bars', async () => {
  const agreement = await house.begin();
  await bring(house, agreement, FIRST_TEXT);
  const before = await house.get(pathOf(agreement), house.as('nur'));
  expect(before.text).toContain('Nur Frauenverein Nûjîn e. V. arbeitet unbezahlt.');
  await bring(house, agreement, FOURTH_TEXT);
  const nur = await house.get(pathOf(agreement), house.as('nur'));
  expect(nur.status).toBe(200);
  for (const part of [
    '9.600\u00A0€ (40,0\u00A0%)',
    '9.600\u00A0€ mehr als am Anfang',
    '120 Stunden mehr als am Anfang',
    'dabei seit der Planung, 21. November 2026',
    'Entwurf',
    '<title>9.600\u00A0€ (40,0\u00A0%)</title>',
  ])
    expect(nur.text, part).toContain(part);
  expect(nur.text).not.toMatch(/<script|style=/);
  const bea = await house.get(pathOf(agreement), house.as('bea'));
  expect(bea.text).toBe(nur.text);
});

test('what is unpaid is said in euros, in the language of the page and in German for the application', async () => {
  const agreement = await house.begin();
  const tasks = FOURTH_TEXT.paragraphs.map((one) =>
    one.kind === 'task' ? { ...one, parts: { ...one.parts, isPaid: false } } : one,
  );
  await bring(house, agreement, { ...FOURTH_TEXT, paragraphs: tasks });
  const german = 'Frauenverein Nûjîn e. V. bringt 120 Stunden unbezahlte Arbeit ein, das sind 4.800\u00A0€.';
  const de = await house.get(pathOf(agreement), house.as('nur'));
  expect(de.text.split(german)).toHaveLength(2);
  const tr = await house.get(pathOf(agreement), house.as('nur'), 'tr');
  expect(tr.text).toContain('Frauenverein Nûjîn e. V., 120 saat ücretsiz emek katıyor; bunun değeri €4.800.');
  expect(tr.text).toContain(`<span lang="de" dir="ltr"><bdi>${german}</bdi></span>`);
});

test('who is no partner finds the same nothing as where there is none', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const nowhere = pathOf('0190e0b2-0000-7000-8000-000000000000');
  const found = await house.strangersAt(pathOf(agreement));
  expect(found.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(found).toEqual(await house.strangersAt(nowhere));
  expect((await house.get(pathOf('nonsense'), house.as('nur'))).status).toBe(404);
});
