import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring } from '../../../../test/agreed.ts';
import { signByAll } from '../../../../test/signed.ts';
import { AGREEMENT_PART } from '../part.ts';
import { showBalance } from '../show-balance.ts';
import { showPrint } from '../show-print.ts';
import { addDifferencePage } from './difference.tsx';
import { addShowPages } from './show.tsx';
import { addVersionPages } from './versions.tsx';

const SIGNED_GOAL = 'Zwölf Abende im Jahr';
let house: AgreementHouse;
beforeAll(async () => {
  house = await openAgreementHouse();
  for (const add of [addVersionPages, addDifferencePage, addShowPages]) add(house.web, house.pages);
});
afterAll(() => house.database.close());

const nur = () => house.as('nur');
const reader = () => house.speaker(house.nujin);

/** What all have signed, or only agreed on; then something newer that nobody has signed; then the end. */
async function endBeside(house: AgreementHouse, isSigned: boolean): Promise<string> {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  if (isSigned) await signByAll(house, agreement);
  await bring(house, agreement, FIRST_TEXT);
  await house.database.sql(
    "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-21', 'together', '2031-11-21')",
    [house.cooperation],
  );
  return agreement;
}

test('after the end one reads, prints and finds what all have signed, and what nobody signed is called so', async () => {
  const agreement = await endBeside(house, true);
  const path = `/vereinbarungen/${agreement}`;
  const shown = await house.get(path, nur());
  expect(shown.text).toContain(SIGNED_GOAL);
  expect(shown.text).toContain('Alle haben Fassung 3 unterschrieben');
  const print = await showPrint(reader(), { agreement, number: null });
  expect(print.version.number).toBe(3);
  const balance = await showBalance(reader(), agreement);
  expect(balance.versions.at(-1)).toMatchObject({ number: 3, isSigned: true });
  const view = { cooperation: house.cooperation, own: house.nujin, partners: [] };
  const part = await reader().db.read(async (db) => (await AGREEMENT_PART.load(db, [view], '2026-11-22'))(view));
  expect(part.links.map(({ text }) => text.values)).toEqual([{ number: 3 }]);

  const never = /Nie von allen unterschrieben/g;
  const list = (await house.get(`${path}/fassungen`, nur())).text;
  expect(list.match(never)).toHaveLength(1);
  expect(list.indexOf('Nie von allen')).toBeLessThan(list.indexOf(`/fassungen/3"`));
  const newest = await house.get(`${path}/fassungen/4`, nur());
  expect(newest.text).toContain('Diese Fassung haben nie alle unterschrieben');
  expect((await house.get(`${path}/fassungen/3`, nur())).text).not.toContain('ältere Fassung');
  expect((await house.get(`${path}/unterschied?von=3&bis=4`, nur())).text).toContain('value="4"');
});

test('what nobody ever signed was not agreed, and does not say so', async () => {
  const beside = await openAgreementHouse({ database: house.database, pages: house.pages });
  for (const add of [addVersionPages, addShowPages]) add(beside.web, beside.pages);
  const agreement = await endBeside(beside, false);
  const { text } = await beside.get(`/vereinbarungen/${agreement}`, beside.as('nur'));
  expect(text).not.toContain('Was vereinbart war');
  expect(text).toContain('Nie haben alle eine Fassung unterschrieben');
  expect((await beside.get(`/vereinbarungen/${agreement}/fassungen`, beside.as('nur'))).text).not.toContain('Nie von');
});
