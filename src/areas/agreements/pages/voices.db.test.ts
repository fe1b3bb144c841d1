import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { namesOf } from '../../../app/names.ts';
import { FOURTH_TEXT } from '../../../../test/agreement.ts';
import { agreeOn } from '../../../../test/agreed.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { frameOf } from '../../../../test/web.ts';
import { nextDeadline } from '../../commitments/index.ts';
import { addCooperationPages } from '../../cooperations/index.ts';
import { findOwnWords } from '../store-sheet.ts';
import { findSignatures, findStanding } from '../store.ts';
import { addDraftPages } from './draft.tsx';
import { addSheetPages } from './sheet.tsx';
import { addShowPages } from './show.tsx';

const NAMES = ['Bildungswerk Fuldatal gGmbH', 'Frauenverein Nûjîn e. V.'] as const;
let first: AgreementHouse;
let house: AgreementHouse;
let names: ReadonlyMap<string, string>;
/** Nur speaks for Nûjîn and, from these tests on, for the Bildungswerk and for somebody who is no partner. */
const both = () => house.as('nur');
const page = () => `/kooperationen/${house.cooperation}`;
const choose = (organisation: string) => house.post(`${page()}/als`, { organisation }, both());

beforeAll(async () => {
  first = await openAgreementHouse();
});
beforeEach(async () => {
  house = await openAgreementHouse(first);
  names = new Map([
    [house.bildungswerk, NAMES[0]],
    [house.nujin, NAMES[1]],
  ]);
  const frame = frameOf();
  const namedOf: typeof namesOf = () => Promise.resolve(names);
  const pages = { ...house.pages, namesOf: namedOf };
  for (const add of [addSheetPages, addDraftPages, addShowPages]) add(house.web, pages);
  addCooperationPages(house.web, {
    frame,
    namesOf: namedOf,
    parts: [],
    nextDeadline,
    waitingFor: () => Promise.resolve([]),
    fieldsOfAction: () => [],
    candidatesFor: () => Promise.resolve([]),
    placeOf: () => null,
  });
  for (const organisation of [house.bildungswerk, house.other]) {
    const { rows } = await house.database.sql('select id from role where organisation = $1', [organisation]);
    await house.term(String(rows[0]?.['id']), 'deputy', house.accounts.nur);
  }
});
afterAll(() => first.database.close());

test('whoever speaks for several partners sees for whom it is here, chooses, and stays with it on every page', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const places = [
    `${page()}/bogen`,
    ...['', '/zustimmung', '/entwurf', '/entwurf/ziele', '/vorschlaege', '/unterschreiben'].map(
      (at) => `/vereinbarungen/${agreement}${at}`,
    ),
  ];
  const here = async (who: string) =>
    Promise.all(
      places.map(async (at) => {
        const { status, text } = await house.get(at, who);
        return status === 200 ? (/Du bist hier für: (Bildungswerk|Frauenverein)/.exec(text)?.[1] ?? '') : at;
      }),
    );
  expect(await here(both())).toEqual(places.map(() => 'Bildungswerk'));
  expect((await choose(house.nujin)).location).toBe(page());
  expect(await here(both())).toEqual(places.map(() => 'Frauenverein'));
  expect((await house.get(page(), both())).text).toContain('Jetzt für Bildungswerk');
  expect(await here(house.as('bea'))).toEqual(places.map(() => ''));
  expect((await house.get(page(), house.as('bea'))).text).not.toContain('In wessen Namen');
  expect((await house.get(`${page()}?lang=ar`, both())).text).toContain('باسم');
});

test('nobody is here for whom it does not speak, nor for whoever is no partner', async () => {
  for (const organisation of [house.other, first.bildungswerk]) {
    const { status, text } = await choose(organisation);
    expect(status).toBe(404);
    expect(text).toBe((await house.post(`${page()}x/als`, { organisation }, both())).text);
    const signing = { als: organisation, 'words.0': 'Etwas.', base: '' };
    expect((await house.post(`${page()}/bogen/erwartungen`, signing, both())).status).toBe(404);
  }
  expect((await house.post(`${page()}/als`, { organisation: house.nujin }, house.as('bea'))).status).toBe(404);
  expect((await house.post(`${page()}/als`, { organisation: house.nujin }, null)).status).toBe(404);
  expect((await house.get(page(), both())).text).toContain('Du bist hier für: Bildungswerk');
});

test('a form counts for whom it was opened, whatever was chosen in another window in between', async () => {
  const path = `${page()}/bogen/erwartungen`;
  const { text } = await house.get(path, both());
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  expect(field('als')).toBe(house.bildungswerk);
  await choose(house.nujin);
  const typed = { als: field('als'), base: field('base'), go: 'next', 'words.0': 'Räume.', 'firm.0': 'fixed' };
  expect((await house.post(path, typed, both())).status).toBe(303);
  const own = (organisation: string) =>
    house.speaker(organisation).db.read((db) => findOwnWords(db, house.cooperation, organisation));
  expect((await own(house.bildungswerk)).expectations).toMatchObject([{ words: 'Räume.' }]);
  expect((await own(house.nujin)).expectations).toEqual([]);
});

test('a signature counts for whom the page was opened, and each side signs once', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const path = `/vereinbarungen/${agreement}/unterschreiben`;
  const { hash } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  expect((await house.get(path, both())).text).toContain(`name="als" value="${house.bildungswerk}"`);
  await choose(house.nujin);
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  await house.post(path, { ...paper, als: house.bildungswerk }, both());
  const signed = async () =>
    (await house.speaker(house.nujin).db.read((db) => findSignatures(db, agreement))).map(({ partner }) => partner);
  expect(await signed()).toEqual([house.bildungswerk]);
  await house.post(path, { ...paper, als: house.other }, both());
  expect(await signed()).toEqual([house.bildungswerk]);
  await house.post(path, paper, both());
  expect((await signed()).toSorted()).toEqual([house.bildungswerk, house.nujin].toSorted());
});
