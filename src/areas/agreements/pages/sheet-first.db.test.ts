import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { aSource, newClaim } from '../../../../test/claims.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { REGISTER } from '../../../app/register.ts';
import { system } from '../../../plain/actor.ts';
import { insertSource, say } from '../../claims/index.ts';
import { balanceOf } from '../balance.ts';
import { handDraftOver } from '../hand-draft-over.ts';
import { voicesIn } from '../history.ts';
import { findDraftChanges } from '../store-draft.ts';
import { findAgreementOf, findStanding } from '../store.ts';
import { paragraphsOf } from '../text.ts';
import { addSheetPages } from './sheet.tsx';

const TITLE = 'Gesundheit für Mütter';
const SAID = { bea: 'Mütter kennen die Vorsorge.', nur: 'Konuları kadınlar seçer, doğru olan budur.' };

let house: AgreementHouse;
let cooperation: string;
let path: string;
beforeAll(async () => {
  house = await openAgreementHouse();
  addSheetPages(house.web, house.pages);
});
beforeEach(async () => {
  cooperation = await house.cooperate();
  await house.database.sql('update cooperation set title = $1 where id = $2', [TITLE, cooperation]);
  path = `/kooperationen/${cooperation}/bogen/vereinbarung`;
  for (const who of ['bea', 'nur'] as const) {
    for (const part of ['erwartungen', 'beitrag']) {
      const at = `/kooperationen/${cooperation}/bogen/${part}`;
      const form = formIn((await house.get(at, house.as(who))).text, at);
      form.set('words.0', part === 'erwartungen' ? SAID[who] : 'Etwas.');
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

test('sentences of both opened sheets become goals when they are ticked, and nobody types them again', async () => {
  const { text } = await house.get(path, house.as('bea'));
  for (const said of Object.values(SAID)) expect(text).toContain(said);
  const form = formIn(text, path);
  expect(form.getAll('wished')).toEqual([]);
  for (const one of [house.bildungswerk, house.nujin]) form.append('wished', `${one}.expectations.0`);
  form.append('wished', `${house.other}.expectations.0`);
  form.append('wished', `${house.nujin}.brings.0`);
  const headers = { origin: ORIGIN, cookie: house.as('bea'), 'accept-language': 'de' };
  expect((await house.web.request(path, { method: 'POST', body: form, headers })).status).toBe(303);
  const { version } = await standing();
  expect(paragraphsOf(version.text, 'goal').map(({ parts }) => parts.words)).toEqual([
    { de: SAID.bea },
    { tr: SAID.nur },
  ]);
  expect(balanceOf(version.text).map(({ partner, goals }) => [partner, goals])).toEqual([
    [house.bildungswerk, 1],
    [house.nujin, 1],
  ]);
  const told = { number: 1, changes: version.changes };
  expect(voicesIn(told)).toEqual({ own: [house.bildungswerk, house.nujin], countered: [] });
});

test('whoever begins in other letters takes over a title and sentences in the language they are written in', async () => {
  const page = await house.get(path, house.as('nur'), 'ar');
  const form = formIn(page.text, path);
  form.append('wished', `${house.bildungswerk}.expectations.0`);
  const goal = form.getAll('row').find((row) => form.get(`${row}-kind`) === 'goal') ?? '';
  form.set(`${goal}.words.ar`, 'تتكلم الأمهات بحرية.');
  const headers = { origin: ORIGIN, cookie: house.as('nur'), 'accept-language': 'ar' };
  expect((await house.web.request(path, { method: 'POST', body: form, headers })).status).toBe(303);
  const { version } = await standing();
  expect(paragraphsOf(version.text, 'frame')[0]?.parts.title).toEqual({ de: TITLE });
  expect(paragraphsOf(version.text, 'goal').map(({ parts }) => parts.words)).toEqual([
    { ar: 'تتكلم الأمهات بحرية.' },
    { de: SAID.bea },
  ]);
  expect(version.text.languages).toEqual(['ar', 'de', 'tr']);
});

test('the languages that partners write and the money of the plan are filled in', async () => {
  await house.database.sql(
    `insert into cooperation_plan (cooperation, organisation, answers) values ($1, $2, '{"offer.cents":"2400000"}')`,
    [cooperation, house.bildungswerk],
  );
  const form = formIn((await house.get(path, house.as('bea'))).text, path);
  expect(form.getAll('languages').toSorted()).toEqual(['de', 'tr']);
  const frame = form.getAll('row').find((row) => form.get(`${row}-kind`) === 'frame');
  expect(form.get(`${frame}.budget`)).toBe('24000');
  const unshown = formIn((await house.get(path, house.as('nur'))).text, path);
  expect(unshown.get(`${frame}.budget`) ?? '').toBe('');
});

test('where no plan says how much money it is about, the amount of the request is filled in', async () => {
  const request = '01990000-0000-7000-8000-00000000000a';
  await house.database.sql(
    `insert into request (id, cooperation, sender, receiver, state, asked_on, was_sent, answer, answered_on)
     values ($1, $2, $3, $4, 'answered', '2026-11-20', true, 'gladly', '2026-11-20')`,
    [request, cooperation, house.bildungswerk, house.nujin],
  );
  const words = { title: 'T', known: 'K', asked: 'A', offered: {}, cents: 300_000, until: null, language: 'de' };
  await house.database.sql('insert into request_words (request, words) values ($1, $2)', [
    request,
    JSON.stringify(words),
  ]);
  for (const who of ['bea', 'nur'] as const) {
    const { text } = await house.get(path, house.as(who));
    const form = formIn(text, path);
    const frame = form.getAll('row').find((row) => form.get(`${row}-kind`) === 'frame');
    expect(form.get(`${frame}.budget`)).toBe('3000');
    expect(text).toContain('Der Betrag stand so in der Anfrage');
  }
});

test('a language that a partner says it speaks can be chosen, also one that few speak', async () => {
  const box = 'value="so"';
  expect((await house.get(path, house.as('bea'))).text).not.toContain(box);
  await house.database.as(system('test')).write(async (tx) => {
    const at = house.clock.now();
    const source = await insertSource(tx, aSource(at), 0);
    const value = ['so', 'de', 'he'];
    const claims = [newClaim({ subject: house.nujin, field: 'languages', value, source, saidAt: at })];
    await say(tx, REGISTER, { subjects: [], claims, at });
  });
  const { text } = await house.get(path, house.as('bea'));
  expect(text).toContain(box);
  expect(text).toContain('Soomaali');
  expect(text).not.toContain('value="he"');
  const form = formIn(text, path);
  form.set('languages', 'so');
  const headers = { origin: ORIGIN, cookie: house.as('bea'), 'accept-language': 'de' };
  expect((await house.web.request(path, { method: 'POST', body: form, headers })).status).toBe(303);
  expect((await standing()).version.text.languages).toContain('so');
});

test('several empty lines of a kind have numbers, so that one can speak of them', async () => {
  const { text } = await house.get(path, house.as('bea'));
  for (const title of ['Neues Ziel 1', 'Neues Ziel 2', 'Neue Geldzeile 2']) expect(text).toContain(title);
  expect(text).toMatch(/Neue Aufgabe</);
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
  const entry = 'abcdefgh12';
  const wished = `${house.bildungswerk}.expectations.0`;
  const { status, location } = await house.post(path, { ...late, entry, wished }, house.as('nur'));
  const { id } = await standing();
  expect([status, location]).toEqual([303, `/vereinbarungen/${id}/entwurf?gespeichert=${entry}`]);
  const partner = house.nujin;
  const draft = await house.speaker(partner).db.read((db) => findDraftChanges(db, { agreement: id, partner }));
  expect(draft.map(({ after }) => after?.parts)).toEqual([
    { words: { de: 'Noch ein Ziel.' }, isStructural: false },
    { words: { de: SAID.bea }, isStructural: false },
  ]);
  const handed = await handDraftOver(house.speaker(partner), { agreement: id, partner });
  expect(handed).toMatchObject({ ok: true, value: { count: 2, overtaken: [] } });
});

test('nobody else begins anything here', async () => {
  for (const who of [null, house.as('otto'), house.as('kim')]) {
    expect((await house.get(path, who)).status).toBe(404);
    expect((await house.post(path, { languages: 'de' }, who)).status).toBe(404);
  }
});
