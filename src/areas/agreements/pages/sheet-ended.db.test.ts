import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { writeSheet } from '../write-sheet.ts';
import { addSheetPages } from './sheet.tsx';

let house: AgreementHouse;
let cooperation: string;
let path: string;

beforeAll(async () => {
  house = await openAgreementHouse();
  addSheetPages(house.web, house.pages);
});
beforeEach(async () => {
  cooperation = await house.cooperate();
  path = `/kooperationen/${cooperation}/bogen`;
});
afterAll(() => house.database.close());

async function write(organisation: string, text: string): Promise<void> {
  const entry = [{ words: text, firmness: 'fixed' as const }];
  const words = { expectations: entry, brings: entry, limits: [] };
  await writeSheet(house.speaker(organisation), { cooperation, organisation, words });
}

const handOver = (who: 'bea' | 'nur') => house.post(`${path}/abgeben`, {}, house.as(who));
const end = () =>
  house.database.sql(
    "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-21', 'together', '2031-11-21')",
    [cooperation],
  );

test('after the end opened sheets are read, and nothing can be added to them', async () => {
  await write(house.bildungswerk, 'Viele Teilnehmerinnen.');
  await write(house.nujin, 'Honorar.');
  await handOver('bea');
  await handOver('nur');
  await house.post(`${path}/punkte`, { point: 'Wofür ist das Geld?' }, house.as('nur'));
  expect((await house.get(path, house.as('bea'))).text).toMatch(/<form[^>]*punkte/);
  await end();
  const { status, text } = await house.get(path, house.as('bea'));
  expect(status).toBe(200);
  for (const there of ['Viele Teilnehmerinnen.', 'Honorar.', 'Wofür ist das Geld?', 'seit 21. November 2026 beendet'])
    expect(text).toContain(there);
  expect(text).not.toMatch(/<form[^>]*bogen|type="checkbox"/);
  const late = await house.post(`${path}/punkte`, { point: 'Noch etwas.' }, house.as('bea'));
  expect(late.status).toBe(409);
});

test('after the end a sheet that was not handed over is read by its own side, and no longer written', async () => {
  await write(house.nujin, 'Honorar.');
  await end();
  const { text } = await house.get(path, house.as('nur'));
  expect(text).toContain('Honorar.');
  expect(text).not.toMatch(/<form[^>]*bogen|href="[^"]*(erwartungen|beitrag|grenzen|abgeben)"/);
  for (const at of ['erwartungen', 'abgeben'])
    expect(await house.get(`${path}/${at}`, house.as('nur'))).toMatchObject({ status: 303, location: path });
  expect((await house.get(path, house.as('bea'))).text).not.toContain('Honorar.');
});
