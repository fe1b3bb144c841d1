import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AGREEMENT_NEIGHBOURS } from '../../../app/agreements.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { frameOf, ORIGIN } from '../../../../test/web.ts';
import { findDraftChanges } from '../store-draft.ts';
import { findAgreementOf, findStanding } from '../store.ts';
import { paragraphsOf } from '../text.ts';
import { addSheetPages } from './sheet.tsx';

const TITLE = 'Gesundheit für Mütter';

let house: AgreementHouse;
let cooperation: string;
let path: string;
beforeAll(async () => {
  house = await openAgreementHouse();
  addSheetPages(house.web, {
    ...AGREEMENT_NEIGHBOURS,
    frame: frameOf(),
    origin: ORIGIN,
    wordsIn: () => house.speaker(house.nujin).words,
    uploads: '',
  });
});
beforeEach(async () => {
  cooperation = await house.cooperate();
  await house.database.sql('update cooperation set title = $1 where id = $2', [TITLE, cooperation]);
  path = `/kooperationen/${cooperation}/bogen/vereinbarung`;
  for (const who of ['bea', 'nur'] as const) {
    for (const part of ['erwartungen', 'beitrag']) {
      const at = `/kooperationen/${cooperation}/bogen/${part}`;
      const form = formIn((await house.get(at, house.as(who))).text, at);
      form.set('words.0', 'Etwas.');
      await house.post(at, Object.fromEntries(form), house.as(who));
    }
    await house.post(`/kooperationen/${cooperation}/bogen/abgeben`, {}, house.as(who));
  }
});
afterAll(() => house.database.close());

/** Opens the page, types into the first empty line of each kind, and sends it. */
async function begin(who: 'bea' | 'nur', typed: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const form = formIn((await house.get(path, house.as(who))).text, path);
  for (const [kind, parts] of Object.entries(typed)) {
    const id = form.getAll('row').find((row) => form.get(`${row}-kind`) === kind) ?? '';
    for (const [part, value] of Object.entries(parts)) form.set(`${id}.${part}`, value);
  }
  const headers = { origin: ORIGIN, cookie: house.as(who), 'accept-language': 'de' };
  const answer = await house.web.request(path, { method: 'POST', body: form, headers });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
}

const standing = async () => {
  const agreement = await house.speaker(house.nujin).db.read((db) => findAgreementOf(db, cooperation));
  return house.speaker(house.nujin).db.read((db) => findStanding(db, agreement ?? ''));
};

test('what one side has thought of is version 1, with its name on it, and the title is not asked again', async () => {
  expect((await house.get(path, house.as('bea'))).text).toContain(TITLE);
  const { status, location } = await begin('bea', {
    frame: { budget: '24.000' },
    goal: { 'words.de': 'Mütter kennen die Vorsorge.' },
    task: { 'result.de': 'Frauen einladen', doer: house.nujin, effort: '120' },
  });
  const { id, version } = await standing();
  expect([status, location]).toEqual([303, `/vereinbarungen/${id}`]);
  expect(version.number).toBe(1);
  expect(version.text.paragraphs.map(({ kind, origin }) => [kind, origin])).toEqual(
    ['frame', 'goal', 'task'].map((kind) => [kind, house.bildungswerk]),
  );
  expect(paragraphsOf(version.text, 'frame')[0]?.parts).toMatchObject({ title: { de: TITLE }, budget: 2_400_000 });
  expect((await house.get(path, house.as('nur'))).location).toBe(`/vereinbarungen/${id}`);
});

test('what cannot be read comes back with every word that was typed, and nothing has begun', async () => {
  const { status, text } = await begin('bea', { frame: { budget: 'viel' }, goal: { 'words.de': 'Ein Ziel.' } });
  expect(status).toBe(422);
  expect(text).toContain('Ein Ziel.');
  expect(text).toContain('value="viel"');
  expect(await house.speaker(house.bildungswerk).db.read((db) => findAgreementOf(db, cooperation))).toBeNull();
  const { status: without } = await house.post(path, {}, house.as('bea'));
  expect(without).toBe(422);
});

test('an end before the beginning, and thousands that could be cents, are told at their fields by name', async () => {
  const { status, text } = await begin('bea', {
    frame: { from: '2027-12-31', until: '2027-01-01', budget: '20.000,–' },
    line: { 'purpose.de': 'Abende', amount: '12,000' },
  });
  expect(status).toBe(422);
  for (const one of ['value="2027-12-31"', 'value="2027-01-01"', 'value="20.000,–"', 'value="12,000"'])
    expect(text).toContain(one);
  const [, after = ''] = text.split('class="errors"');
  const [summary = ''] = after.split('</section>');
  expect(summary).toContain('Bis: Das Ende liegt vor dem Anfang.');
  expect(summary).toContain('Betrag: Drei Ziffern nach dem Komma');
  expect(summary).not.toContain('Gesamt');
});

test('whoever was slower loses no word: they wait in its own draft', async () => {
  await begin('bea', { goal: { 'words.de': 'Ein Ziel.' } });
  const late = {
    row: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
    'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa-kind': 'goal',
    'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa.words.de': 'Noch ein Ziel.',
    languages: 'de',
  };
  const { status, location } = await house.post(path, late, house.as('nur'));
  const { id } = await standing();
  expect([status, location]).toEqual([303, `/vereinbarungen/${id}/entwurf`]);
  const partner = house.nujin;
  const draft = await house.speaker(partner).db.read((db) => findDraftChanges(db, { agreement: id, partner }));
  expect(JSON.stringify(draft)).toContain('Noch ein Ziel.');
});

test('nobody else begins anything here', async () => {
  for (const who of [null, house.as('otto'), house.as('kim')]) {
    expect((await house.get(path, who)).status).toBe(404);
    expect((await house.post(path, { languages: 'de' }, who)).status).toBe(404);
  }
});
