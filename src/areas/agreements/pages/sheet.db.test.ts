import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { idFor } from '../../../plain/ids.ts';
import { LANGUAGE_CODES, languageOf } from '../../../plain/languages.ts';
import { readPlace, spellPlace } from '../talking-point.ts';
import { missingShapes } from '../../../platform/typeset/index.ts';
import { AGREEMENT_LANGUAGES, USUAL_LANGUAGES } from '../forms-sheet.ts';
import { findSheets } from '../store-sheet.ts';
import { findAgreementOf, findStanding } from '../store.ts';
import { addDraftPages } from './draft.tsx';
import { addSheetPages } from './sheet.tsx';
import { turned } from './sheet-sides.ts';

let house: AgreementHouse;
let cooperation: string;
let path: string;
beforeAll(async () => {
  house = await openAgreementHouse();
  const names = new Map([
    [house.bildungswerk, 'Bildungswerk Fuldatal gGmbH'],
    [house.nujin, 'Frauenverein Nûjîn e. V.'],
  ]);
  const pages = { ...house.pages, namesOf: () => Promise.resolve(names) };
  addSheetPages(house.web, pages);
  addDraftPages(house.web, pages);
});
beforeEach(async () => {
  cooperation = await house.cooperate();
  path = `/kooperationen/${cooperation}/bogen`;
});
afterAll(() => house.database.close());

const SUGGESTION = 'Lest es einander vor, oder lasst es euch übersetzen.';
const baseIn = (text: string) => /name="base" value="([^"]*)"/.exec(text)?.[1] ?? '';

async function write(who: 'bea' | 'nur' | 'otto', part: string, ...sentences: readonly (readonly [string, string])[]) {
  const { text } = await house.get(`${path}/${part}`, house.as(who));
  const rows = sentences.flatMap(([words, firm], at) => [
    [`words.${at}`, words],
    [`firm.${at}`, firm],
  ]);
  return house.post(`${path}/${part}`, { base: baseIn(text), go: 'next', ...Object.fromEntries(rows) }, house.as(who));
}

async function fill(who: 'bea' | 'nur' | 'otto', expects: string): Promise<void> {
  await write(who, 'erwartungen', [expects, 'fixed']);
  await write(who, 'beitrag', [`${who} bringt Räume.`, 'negotiable']);
}

const handOver = (who: 'bea' | 'nur' | 'otto') => house.post(`${path}/abgeben`, {}, house.as(who));

test('one question a page, saved step by step, then handed over for good', async () => {
  const first = await write(
    'nur',
    'erwartungen',
    ['Honorar für jede Stunde.', 'fixed'],
    ['', 'open'],
    ['Sonntags.', 'open'],
  );
  expect([first.status, first.location]).toEqual([303, `${path}/beitrag`]);
  const again = await house.get(`${path}/erwartungen`, house.as('nur'));
  expect(again.text).toContain('Honorar für jede Stunde.');
  expect(again.text).toMatch(/name="words\.1"[^>]*>\s*Sonntags\./);
  expect((await handOver('nur')).status).toBe(422);
  expect((await write('nur', 'beitrag', ['Räume.', 'negotiable'])).location).toBe(`${path}/grenzen`);
  expect((await write('nur', 'grenzen')).location).toBe(`${path}/abgeben`);
  const asked = await house.get(`${path}/abgeben`, house.as('nur'));
  expect(asked.text).toContain('Nach dem Abgeben könnt ihr euren Bogen nicht mehr ändern');
  expect((await handOver('nur')).status).toBe(303);
  expect((await write('nur', 'erwartungen', ['Doch anders.', 'open'])).location).toBe(path);
  const own = await house.get(path, house.as('nur'));
  expect(own.text).toContain('Honorar für jede Stunde.');
  expect(own.text).not.toContain('Doch anders.');
});

test('a limit is meant to stand firm unless its side says otherwise, everything else can be talked about', async () => {
  for (const [part, firm] of [
    ['grenzen', 'fixed'],
    ['erwartungen', 'negotiable'],
  ] as const) {
    const form = formIn((await house.get(`${path}/${part}`, house.as('nur'))).text, `${path}/${part}`);
    expect([0, 1, 2].map((at) => form.get(`firm.${at}`))).toEqual([firm, firm, firm]);
  }
});

test('what is too long comes back with everything that was typed', async () => {
  const wrong = await write('nur', 'erwartungen', ['Kurz und gut.', 'open'], ['x'.repeat(700), 'fixed']);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Kurz und gut.');
  expect(wrong.text).toContain('x'.repeat(700));
  expect(wrong.text).toContain('href="#field-words.1"');
});

test('two of one organisation who write at once keep the sentences of both', async () => {
  const { text } = await house.get(`${path}/erwartungen`, house.as('nur'));
  const send = (words: string) =>
    house.post(`${path}/erwartungen`, { base: baseIn(text), 'words.0': words, 'firm.0': 'open' }, house.as('nur'));
  await send('Vom Telefon.');
  await send('Vom Rechner.');
  const both = await house.get(`${path}/erwartungen`, house.as('nur'));
  expect(both.text).toContain('Vom Telefon.');
  expect(both.text).toContain('Vom Rechner.');
});

test('what the own plan offers begins the own sheet, to change or to take out, and nobody else reads it', async () => {
  await house.database.sql('insert into cooperation_plan (cooperation, organisation, answers) values ($1, $2, $3)', [
    cooperation,
    house.bildungswerk,
    JSON.stringify({ 'offer.room': 'der Saal am Abend', offer: 'Kontakte zu zwei Schulen.' }),
  ]);
  const question = async (who: 'bea' | 'nur', part = 'beitrag') =>
    (await house.get(`${path}/${part}`, house.as(who))).text;
  const proposed = await question('bea');
  expect(proposed).toMatch(/name="words\.0"[^>]*>\s*Räume: der Saal am Abend</);
  expect(proposed).toMatch(/name="words\.1"[^>]*>\s*Kontakte zu zwei Schulen\.</);
  expect(proposed.match(/Aus eurem Plan/g)).toHaveLength(2);
  expect(await question('bea', 'erwartungen')).not.toContain('Saal');
  expect(await question('nur')).not.toMatch(/Saal|Aus eurem Plan/);
  expect((await house.get(`${path}/abgeben`, house.as('bea'))).text).not.toContain('Saal');
  await write('bea', 'beitrag', ['Räume: der Saal am Sonntag', 'fixed'], ['', 'open']);
  const kept = await question('bea');
  expect(kept).toMatch(/name="words\.0"[^>]*>\s*Räume: der Saal am Sonntag</);
  expect(kept).not.toMatch(/Schulen|Aus eurem Plan/);
});

test('until all are done nobody learns anything of the others, not even that they write or have finished', async () => {
  const before = await house.get(path, house.as('nur'));
  await fill('bea', 'GEHEIM-ERWARTUNG');
  const while1 = await house.get(path, house.as('nur'));
  await handOver('bea');
  const done = await house.get(path, house.as('nur'));
  expect(while1.text).toBe(before.text);
  expect(done.text).toBe(before.text);
  for (const part of ['', '/erwartungen', '/beitrag', '/grenzen', '/abgeben'])
    for (const who of ['nur', 'otto', 'kim'] as const) {
      const { text } = await house.get(`${path}${part}`, house.as(who));
      expect(text).not.toContain('GEHEIM');
      expect(text).not.toContain('bea bringt');
    }
  for (const actor of [house.speaker(house.nujin), house.speaker(house.other)])
    expect(JSON.stringify(await actor.db.read((db) => findSheets(db, cooperation)))).not.toContain('GEHEIM');
  const early = { point: 'Darüber', refers: `${house.bildungswerk}.expectations.0` };
  expect((await house.post(`${path}/punkte`, early, house.as('nur'))).status).toBe(404);
  expect((await house.post(`${path}/vereinbarung`, { languages: 'de' }, house.as('nur'))).status).toBe(404);
});

test('for whoever is no partner there is no such page, to the byte', async () => {
  await fill('bea', 'GEHEIM');
  const none = await house.get(`/kooperationen/${idFor('none')}/bogen`, house.as('otto'));
  expect(none.status).toBe(404);
  for (const at of ['', '/erwartungen', '/abgeben', '?ansicht=2'])
    for (const who of [null, house.as('otto'), house.as('kim')])
      expect(await house.get(`${path}${at}`, who)).toEqual(none);
  for (const at of ['/erwartungen', '/abgeben', '/punkte', `/punkte/${idFor('p')}`, '/vereinbarung'])
    expect((await house.post(`${path}${at}`, { 'words.0': 'Fremd' }, house.as('otto'))).status).toBe(404);
  expect((await house.get('/kooperationen/unsinn/bogen', house.as('nur'))).status).toBe(404);
  expect((await house.get(`${path}/unsinn`, house.as('nur'))).status).toBe(404);
});

test('opened they stand side by side, and change sides with every look', async () => {
  await fill('bea', 'Viele Teilnehmerinnen.');
  await fill('nur', 'Honorar.');
  await handOver('bea');
  expect((await handOver('nur')).status).toBe(303);
  const first = await house.get(path, house.as('nur'));
  expect(first.text).toContain('Viele Teilnehmerinnen.');
  expect(first.text.indexOf('Viele Teilnehmerinnen.')).toBeLessThan(first.text.indexOf('Honorar.'));
  expect(first.text).toContain('ansicht=2');
  expect(first.text).not.toContain(SUGGESTION);
  const second = await house.get(`${path}?ansicht=2`, house.as('nur'));
  expect(second.text.indexOf('Honorar.')).toBeLessThan(second.text.indexOf('Viele Teilnehmerinnen.'));
  expect((await house.get(`${path}?ansicht=-3`, house.as('bea'))).text).toContain('ansicht=2');
  expect((await house.get(`${path}?lang=ar`, house.as('nur'))).text).toMatch(/<html lang="ar" dir="rtl">/);
});

test('where the letters tell of different languages, reading to each other is suggested', async () => {
  await fill('bea', 'Viele große Abende.');
  await fill('nur', 'أجر لكل ساعة.');
  for (const who of ['bea', 'nur'] as const) await handOver(who);
  expect((await house.get(path, house.as('bea'))).text).toContain(SUGGESTION);
});

test('a difference becomes a talking point that any partner sets, and forged places are dropped', async () => {
  await fill('bea', 'Viele Teilnehmerinnen.');
  await fill('nur', 'Honorar.');
  await handOver('bea');
  await handOver('nur');
  const empty = await house.post(`${path}/punkte?ansicht=2`, { point: ' ' }, house.as('nur'));
  expect(empty.status).toBe(422);
  const form = new URLSearchParams([
    ['point', 'Wofür ist das Geld?'],
    ['refers', `${house.nujin}.expectations.0`],
    ['refers', `${house.other}.expectations.0`],
    ['refers', `${house.bildungswerk}.limits.7`],
    ['refers', 'unsinn'],
  ]);
  const response = await house.web.request(`${path}/punkte`, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN, cookie: house.as('bea') },
  });
  expect(response.status).toBe(303);
  const { text } = await house.get(path, house.as('nur'));
  const point = /id="point-([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
  expect(text).toContain('Wofür ist das Geld?');
  const set = await house.post(`${path}/punkte/${point}`, { state: 'differ' }, house.as('nur'));
  expect(set.status).toBe(303);
  expect((await house.get(path, house.as('bea'))).text).toContain('verschieden, und wir gehen weiter');
  expect((await house.post(`${path}/punkte/${point}`, { state: 'best' }, house.as('nur'))).status).toBe(404);
  expect((await house.post(`${path}/punkte/${idFor('none')}`, { state: 'open' }, house.as('nur'))).status).toBe(404);
});

test('the agreement begins with the names and the languages that were chosen, once', async () => {
  await fill('bea', 'Viele.');
  await fill('nur', 'Honorar.');
  await handOver('bea');
  await handOver('nur');
  const begin = (languages: readonly string[]) =>
    house.web.request(`${path}/vereinbarung`, {
      method: 'POST',
      body: new URLSearchParams(languages.map((one): [string, string] => ['languages', one])),
      headers: { origin: ORIGIN, cookie: house.as('nur'), 'accept-language': 'tr' },
    });
  expect((await begin([])).status).toBe(422);
  expect((await begin(['xx'])).status).toBe(422);
  const begun = await begin(['de', 'tr', 'kmr', 'xx']);
  expect(begun.status).toBe(303);
  const standing = await house.speaker(house.bildungswerk).db.read(async (db) => {
    const id = await findAgreementOf(db, cooperation);
    return findStanding(db, id ?? '');
  });
  expect(standing.version.text.languages).toEqual(['tr', 'de', 'kmr']);
  expect(standing.version.text.partners.map(({ name }) => name)).toContain('Frauenverein Nûjîn e. V.');
  expect(begun.headers.get('location')).toBe(`/vereinbarungen/${standing.id}`);
  expect((await begin(['de'])).headers.get('location')).toBe(`/vereinbarungen/${standing.id}`);
});

test('two partners who begin at the same moment find one agreement', async () => {
  await fill('bea', 'Viele.');
  await fill('nur', 'Honorar.');
  await handOver('bea');
  await handOver('nur');
  const begun = await Promise.all(
    (['bea', 'nur'] as const).map((who) => house.post(`${path}/vereinbarung`, { languages: 'de' }, house.as(who))),
  );
  expect(begun.map(({ status }) => status)).toEqual([303, 303]);
  expect(begun[0]?.location).toBe(begun[1]?.location);
});

test('what stays different goes into the draft of the agreement, and an expectation as a goal', async () => {
  await fill('bea', 'Viele.');
  await fill('nur', 'Honorar für alle.');
  await handOver('bea');
  await handOver('nur');
  await house.post(`${path}/punkte`, { point: 'Wer spricht mit der Stadt?' }, house.as('nur'));
  const begun = await house.post(`${path}/vereinbarung`, { languages: 'de' }, house.as('nur'));
  const opened = await house.get(path, house.as('nur'));
  const point = /id="point-([0-9a-f-]{36})"/.exec(opened.text)?.[1] ?? '';
  await house.post(`${path}/punkte/${point}`, { state: 'differ' }, house.as('nur'));
  const { text } = await house.get(path, house.as('nur'));
  const leads = [...text.matchAll(/href="(\/vereinbarungen\/[^"]*\?aus=[^"]*)"/g)].map(([, href]) => String(href));
  expect(leads).toHaveLength(3);
  const drafts = await Promise.all(leads.map((href) => house.get(href, house.as('nur'))));
  for (const words of ['Viele.', 'Honorar für alle.', 'Wer spricht mit der Stadt?'])
    expect(drafts.some((draft) => draft.status === 200 && draft.text.includes(words))).toBe(true);
  expect(begun.location).toMatch(/^\/vereinbarungen\//);
});

test('whoever comes later reads the others when its own sheet is done, and closes nothing that was open', async () => {
  await fill('bea', 'Viele.');
  await fill('nur', 'Honorar.');
  await handOver('bea');
  await handOver('nur');
  await house.join(cooperation, house.other);
  const late = await house.get(path, house.as('otto'));
  expect(late.text).toContain('Jede Seite für sich');
  expect(late.text).not.toContain('Honorar.');
  const open = await house.get(path, house.as('nur'));
  expect(open.text).toContain('Viele.');
  expect(open.text).toContain('Noch zu.');
  await house.speaker(house.other).db.read(async (db) => expect(await findAgreementOf(db, cooperation)).toBeNull());
  await fill('otto', 'Wir kommen dazu.');
  expect((await house.get(path, house.as('nur'))).text).not.toContain('Wir kommen dazu.');
  await handOver('otto');
  expect((await house.get(path, house.as('nur'))).text).toContain('Wir kommen dazu.');
  expect((await house.get(path, house.as('otto'))).text).toContain('Honorar.');
});

test('places, sides and languages', () => {
  const place = { organisation: idFor('a'), part: 'brings', at: 3 } as const;
  expect(readPlace(spellPlace(place))).toEqual(place);
  expect(readPlace('a.wishes.1')).toBeNull();
  expect([1, 2, 3, 4].map((view) => turned(['a', 'b', 'c'], view).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(turned([], 2)).toEqual([]);
  const onPaper = LANGUAGE_CODES.filter((code) => missingShapes([languageOf(code)?.ownName ?? '']).length === 0);
  expect(AGREEMENT_LANGUAGES.toSorted()).toEqual(onPaper.toSorted());
  for (const code of USUAL_LANGUAGES) expect(AGREEMENT_LANGUAGES).toContain(code);
});
