import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring } from '../../../../test/agreed.ts';
import { findNotes, headOf, verifyChain } from '../../../platform/chain/index.ts';
import { auditHeadOf } from '../print-head.ts';
import { showPrint } from '../show-print.ts';
import { findStanding } from '../store.ts';

let house: AgreementHouse;
beforeEach(async () => {
  house = await openAgreementHouse();
});
afterEach(() => house.database.close());

const pathOf = (agreement: string) => `/vereinbarungen/${agreement}/vereinbarung.pdf`;
const standing = (agreement: string) => house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));

test('both partners print the same bytes in two languages, as draft and signed', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const draft = await fetched(pathOf(agreement), house.as('nur'));
  expect(draft.bytes.equals((await fetched(pathOf(agreement), house.as('bea'))).bytes)).toBe(true);
  await signBoth(agreement);
  const nur = await fetched(pathOf(agreement), house.as('nur'));
  const bea = await fetched(pathOf(agreement), house.as('bea'));
  expect(nur.bytes.equals(bea.bytes)).toBe(true);
  expect(nur.bytes.equals(draft.bytes)).toBe(false);
  expect(nur.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(nur.headers.get('content-type')).toBe('application/pdf');
  expect(nur.headers.get('cache-control')).toBe('no-store');
  const { version } = await standing(agreement);
  expect(nur.headers.get('content-disposition')).toBe(`inline; filename="vereinbarung-${version.number}.pdf"`);
});

test('the paper of a signed version stays the same for ever, whatever comes after it', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  await signBoth(agreement);
  const { version } = await standing(agreement);
  const path = `${pathOf(agreement)}?fassung=${version.number}`;
  const before = await fetched(path, house.as('nur'));
  await bring(house, agreement, {
    ...FOURTH_TEXT,
    paragraphs: FOURTH_TEXT.paragraphs.filter(({ id }) => id !== 'goal-4'),
  });
  const after = await fetched(path, house.as('bea'));
  expect(after.bytes.equals(before.bytes)).toBe(true);
  expect((await fetched(pathOf(agreement), house.as('bea'))).bytes.equals(before.bytes)).toBe(false);
});

test('the heads on paper stand in the chains of the partners, and the audit head is made of them', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  await signBoth(agreement);
  const shown = await showPrint(house.speaker(house.nujin), { agreement, number: null });
  expect(shown.head.partners.map(({ partner }) => partner)).toEqual([house.bildungswerk, house.nujin]);
  expect(auditHeadOf(shown.hash, shown.head.partners).hash).toBe(shown.head.hash);
  for (const { partner, head } of shown.head.partners) {
    const notes = await house.speaker(partner).db.read((db) => findNotes(db, partner));
    expect(verifyChain(partner, notes, head)).toEqual({ kind: 'intact', length: notes.length, head: headOf(notes) });
    expect(notes.find(({ hash }) => hash === head)?.act).toBe('agreement.signed');
    const shortened = notes.filter(({ hash }) => hash !== head).slice(0, 3);
    expect(verifyChain(partner, shortened, head)).toMatchObject({ kind: 'head missing' });
  }
});

test('a version that there is not is not found, nor is a number that is none', async () => {
  const agreement = await house.begin();
  await bring(house, agreement, FIRST_TEXT);
  for (const number of ['99', '0', '-1', 'x', '1e3', '1.5'])
    expect((await fetched(`${pathOf(agreement)}?fassung=${number}`, house.as('nur'))).status).toBe(404);
  expect((await fetched(`${pathOf(agreement)}?fassung=1`, house.as('nur'))).status).toBe(200);
});

test('who is no partner finds the same nothing as where there is none', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const nowhere = pathOf('0190e0b2-0000-7000-8000-000000000000');
  const found = await house.strangersAt(pathOf(agreement));
  expect(found.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(found).toEqual(await house.strangersAt(nowhere));
  expect((await house.get(pathOf('nonsense'), house.as('nur'))).status).toBe(404);
});

async function signBoth(agreement: string): Promise<void> {
  const { hash } = await standing(agreement);
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  for (const who of ['nur', 'bea'] as const)
    expect(await house.post(`/vereinbarungen/${agreement}/unterschreiben`, paper, house.as(who))).toMatchObject({
      status: 303,
    });
}

async function fetched(path: string, cookie: string) {
  const response = await house.web.request(path, { headers: { cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
