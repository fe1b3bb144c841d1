import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { frameOf } from '../../../../test/web.ts';
import { partnerVoices } from '../../../app/partings.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { findLeaving } from '../../cooperations/index.ts';
import { addReviewsPages } from './routes.tsx';

let house: AgreementHouse;

beforeAll(async () => {
  house = await openAgreementHouse();
  const names = new Map([
    [house.bildungswerk, 'Bildungswerk'],
    [house.nujin, 'Frauenverein'],
  ]);
  const voices = partnerVoices({ words: loadWords('src') });
  addReviewsPages(house.web, { frame: frameOf(), namesOf: () => Promise.resolve(names), voices });
  const { rows } = await house.database.sql('select id from role where organisation = $1', [house.bildungswerk]);
  await house.term(String(rows[0]?.['id']), 'deputy', house.accounts.nur);
}, 120_000);
afterAll(() => house.database.close());

test('whoever speaks for both goes for the one for whom the page was opened, and for nobody else', async () => {
  const path = `/kooperationen/${house.cooperation}/ausstieg`;
  const leaving = async () =>
    (await house.speaker(house.nujin).db.read((db) => findLeaving(db, [house.cooperation]))).map(
      ({ organisation }) => organisation,
    );
  const { text } = await house.get(`${path}/erklaeren`, house.as('nur'));
  expect(text).toContain('Du bist hier für: Bildungswerk');
  expect(text).toContain(`name="als" value="${house.bildungswerk}"`);
  expect((await house.get(`${path}/erklaeren`, house.as('bea'))).text).not.toContain('Du bist hier für');
  expect((await house.post(path, { what: 'leave', als: house.other }, house.as('nur'))).status).toBe(404);
  expect((await house.post(path, { what: 'leave', als: house.nujin }, house.as('bea'))).status).toBe(404);
  expect(await leaving()).toEqual([]);
  expect((await house.post(path, { what: 'leave', als: house.nujin }, house.as('nur'))).status).toBe(303);
  expect(await leaving()).toEqual([house.nujin]);
});
