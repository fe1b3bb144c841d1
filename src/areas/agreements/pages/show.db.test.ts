import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT, paragraph } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring } from '../../../../test/agreed.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { idFor } from '../../../plain/ids.ts';
import { addTalkingPoint } from '../add-talking-point.ts';
import { AGREEMENT_PART, SHEETS_PART } from '../part.ts';
import { hashOfParagraph } from '../paragraph.ts';
import { settleTalkingPoint } from '../settle-talking-point.ts';
import { sign } from '../sign.ts';
import { findDraft, findStanding } from '../store.ts';
import { paragraphsOf } from '../text.ts';
import { addDifferencePage } from './difference.tsx';
import { addShowPages } from './show.tsx';
import { addVersionPages } from './versions.tsx';

const TODAY = '2026-11-21';
let house: AgreementHouse;
let agreement: string;
let path: string;
beforeAll(async () => {
  house = await openAgreementHouse();
  for (const add of [addVersionPages, addDifferencePage, addShowPages]) add(house.web, house.pages);
  agreement = await house.begin();
  path = `/vereinbarungen/${agreement}`;
  await bring(house, agreement, FIRST_TEXT);
  await bring(house, agreement, FOURTH_TEXT);
});
afterAll(() => house.database.close());

const nur = () => house.as('nur');
const bea = () => house.as('bea');
const standing = () => house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
const goals = async () => paragraphsOf((await standing()).version.text, 'goal');
const said = async () => {
  const now = await standing();
  return (await house.speaker(house.nujin).db.read((db) => findDraft(db, now))).confirmations;
};

test('it reads as a document, in the words that are there, with money to the cent and shares that sum up', async () => {
  const { status, text } = await house.get(path, nur());
  expect(status).toBe(200);
  const plain = text.replaceAll('\u00a0', ' ');
  for (const one of [
    'Gesundheitsberatung für Mütter',
    'Zwölf Abende im Jahr',
    '24.000 €',
    '9.600 €',
    '40,0 %',
    '60,0 %',
  ])
    expect(plain).toContain(one);
  expect(text).toMatch(/lang="tr" dir="ltr"[^>]*>\s*<p>Kadınlar konuları kendileri seçer/);
  expect(text).toContain('120 Stunden, bezahlt');
  expect(text).toContain('4 Wochen');
  expect(text).toContain('eingebracht von Frauenverein Nûjîn e. V.');
  expect(text).toContain('zuletzt geändert von');
  expect(text).not.toContain('<script');
  expect(gzipSync(text).length).toBeLessThan(60_000);
});

test('whoever reads Turkish reads Turkish where it is written, and German where it is not', async () => {
  const { text } = await house.get(path, nur(), 'tr');
  expect(text).toContain('Anneler için sağlık danışmanlığı');
  expect(text).not.toContain('Gesundheitsberatung für Mütter');
  expect(text).toMatch(/lang="de" dir="ltr"[^>]*>\s*<p>Zwölf Abende/);
  const all = await house.get(`${path}?sprachen=alle`, nur(), 'tr');
  expect(all.text).toContain('Gesundheitsberatung für Mütter');
  expect((await house.get(path, nur(), 'ar')).text).toContain('<html lang="ar" dir="rtl"');
});

test('on paper stands what was agreed, and no list of what nobody has said anything about', async () => {
  const { text } = await house.get(path, nur());
  const at = text.indexOf('Dazu steht noch nichts');
  expect(text.slice(0, at)).toMatch(/<div class="screen-only">\s*<section class="part">\s*<h2>$/);
  expect(text.slice(at)).toContain('/entwurf/zusagen');
});

test('where a language of the agreement has no words yet, a hint says so and nothing is hindered', async () => {
  const { text } = await house.get(path, nur());
  expect(text).toContain('Auf Türkisch steht hier noch nichts.');
  // In a table it stands as lightly as elsewhere, beside what is bold.
  expect(text).toMatch(/Zeile line-1[^]{0,80}<div class="standing"><p class="hint screen-only">Auf Türkisch steht/);
  expect((await house.get(path, nur(), 'tr')).text).toContain('Burada henüz Almanca olarak bir şey yok.');
});

test('what prevents signing stands there in plain words with links, what waits on top', async () => {
  const { text } = await house.get(path, bea());
  expect(text).toContain('Bis zum Unterschreiben fehl');
  expect(text).toContain('Noch sind nicht alle Bögen abgegeben.');
  // What one partner has to say yes to is one line, with a way to each of them.
  expect(text).toMatch(
    /Frauenverein Nûjîn e\. V\.: 4 Ziele noch nicht bestätigt\. <a href="[^"]*#p-[^"]*">Ziel 1<\/a>/,
  );
  expect(text).toContain('4 Absätze warten auf euer Ja');
  expect(text.indexOf('warten auf euer Ja')).toBeLessThan(text.indexOf('id="ziele"'));
  expect(text.indexOf('Bis zum Unterschreiben fehl')).toBeGreaterThan(text.indexOf('id="ausstieg"'));
});

test('the page of the cooperation leads to what waits', async () => {
  const view = { cooperation: house.cooperation, own: house.nujin, partners: [] };
  const load = () =>
    house.speaker(house.nujin).db.read(async (db) => (await AGREEMENT_PART.load(db, [view], TODAY))(view));
  expect(await load()).toMatchObject({ stage: 'agreement', open: [{ text: { key: 'agreements.show.toConfirm' } }] });
  const id = await house.cooperate();
  const bare = { ...view, cooperation: id };
  const both = (part: typeof AGREEMENT_PART) =>
    house.speaker(house.nujin).db.read(async (db) => (await part.load(db, [bare], TODAY))(bare));
  expect(await both(AGREEMENT_PART)).toEqual({ stage: null, open: [], links: [] });
  expect((await both(SHEETS_PART)).open.map(({ href }) => href)).toEqual([`/kooperationen/${id}/bogen`]);
});

test('what is missing is counted alike on the page of the cooperation and above its list', async () => {
  const beside = await openAgreementHouse({ database: house.database, pages: house.pages });
  addShowPages(beside.web, beside.pages);
  const agreement = await beside.begin();
  await bring(beside, agreement, FIRST_TEXT);
  const view = { cooperation: beside.cooperation, own: beside.nujin, partners: [] };
  const { open } = await beside
    .speaker(beside.nujin)
    .db.read(async (db) => (await AGREEMENT_PART.load(db, [view], TODAY))(view));
  const gaps = open.find(({ text }) => text.key === 'agreements.show.gaps')?.text.values?.['count'];
  const { text } = await beside.get(`/vereinbarungen/${agreement}`, beside.as('nur'));
  const [, count, list = ''] = /fehlen noch (\d+) Punkte[^]*?<ul[^>]*>([^]*?)<\/ul>/.exec(text) ?? [];
  expect([gaps, list.match(/<li>/g)?.length]).toEqual([Number(count), Number(count)]);
});

test('a partner says yes to the words it has read, and takes it back', async () => {
  const [goal] = await goals();
  if (goal === undefined) throw new Error('no goal');
  const hash = hashOfParagraph(goal);
  const yes = await house.post(`${path}/zustimmung`, { hash, paragraph: goal.id }, bea());
  expect([yes.status, yes.location]).toEqual([303, `${path}#p-${goal.id}`]);
  expect(await said()).toEqual([{ partner: house.bildungswerk, hash }]);
  expect((await house.get(path, nur())).text).toContain('Bildungswerk Fuldatal gGmbH: ja');
  expect((await house.post(`${path}/zustimmung/zurueck`, { hash, paragraph: goal.id }, bea())).status).toBe(303);
  expect(await said()).toEqual([]);
});

test('a yes to words that have moved on is not counted, and the page says so', async () => {
  const gone = hashOfParagraph(paragraph('goal', idFor('x'), house.nujin, { words: { de: 'Früher.' } }));
  const moved = await house.post(`${path}/zustimmung`, { hash: gone }, nur());
  expect(moved.status).toBe(409);
  expect(moved.text).toContain('hat sich geändert, während du gelesen hast');
  expect(await said()).toEqual([]);
});

test('whoever is asked for a yes ticks it, sees who works unpaid, and can ask for something else', async () => {
  const { text } = await house.get(`${path}/zustimmung`, nur());
  expect(text).not.toMatch(/type="checkbox"[^>]*checked/);
  const [goal] = await goals();
  expect(text).toContain(`href="${path}/entwurf/ziele?offen=${goal?.id}#p-${goal?.id}"`);
  expect(text).toContain('Passt nicht? Anders vorschlagen');
  expect(text).toMatch(/Auf Türkisch steht hier noch nichts\.<\/p><div class="tick">/);
  expect(text).toMatch(/Auf Deutsch steht hier noch nichts\.<\/p><div class="tick">/);
  const tasks = paragraphsOf((await standing()).version.text, 'task').filter(({ parts }) => parts.doer === house.nujin);
  const cards = text.split('<section class="card asked">').filter((card) => card.includes('/entwurf/aufgaben?'));
  expect(cards).toHaveLength(tasks.length);
  cards.forEach((card, at) => {
    expect(card.match(/bezahlt/gi)).toHaveLength(1);
    expect(card).toContain(tasks[at]?.parts.isPaid === true ? '>bezahlt<' : '>unbezahlt<');
  });
  const nothing = await house.post(`${path}/zustimmung`, { hash: 'unsinn' }, nur());
  expect(nothing.status).toBe(422);
  expect(nothing.text).toContain('Setzt bei mindestens einem Absatz einen Haken.');
  expect(await said()).toEqual([]);
});

test('whoever says yes sees every language of the text, for the yes holds for all of them', async () => {
  const beside = await openAgreementHouse({ database: house.database, pages: house.pages });
  addShowPages(beside.web, beside.pages);
  const id = await beside.begin();
  const words = { de: 'Mütter wählen die Themen.', tr: 'Konuları anneler seçer.' };
  await bring(beside, id, { ...FIRST_TEXT, paragraphs: [paragraph('goal', 'goal-1', beside.nujin, { words })] });
  for (const language of ['de', 'tr']) {
    const { text } = await beside.get(`/vereinbarungen/${id}/zustimmung`, beside.as('bea'), language);
    for (const said of Object.values(words)) expect(text).toContain(`<p>${said}</p>`);
  }
});

test('one form says yes to all that is asked of one side', async () => {
  const { text } = await house.get(`${path}/zustimmung`, nur());
  const hashes = [...text.matchAll(/name="hash" value="([0-9a-f]{64})"/g)].map(([, hash]) => String(hash));
  expect(hashes).toHaveLength(5);
  const form = new URLSearchParams(hashes.map((hash): [string, string] => ['hash', hash]));
  const response = await house.web.request(`${path}/zustimmung`, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN, cookie: nur() },
  });
  expect(response.status).toBe(303);
  expect(await said()).toHaveLength(5);
  expect((await house.get(`${path}/zustimmung`, nur())).text).toContain('Nichts wartet auf euer Ja.');
  expect((await house.get(`${path}/zustimmung`, bea())).text).toContain('Ziel 4');
});

test('every version is read by itself, and says what it changed', async () => {
  const list = await house.get(`${path}/fassungen`, nur());
  expect(list.text).toContain('Ziel: 1 neu');
  expect(list.text).toContain('Der Anfang, noch ohne Text');
  const { hash } = await standing();
  expect(list.text).toContain(hash.slice(0, 8));
  const second = await house.get(`${path}/fassungen/2`, nur());
  expect(second.text).toContain('Das ist eine ältere Fassung.');
  expect(second.text).toContain('Frauen einladen und begleiten');
  expect(second.text).not.toContain('Zwölf Abende');
  expect(second.text).not.toContain('Dazu stehen wir');
  for (const wrong of ['0', '99', '-1', 'unsinn', '1e9'])
    expect((await house.get(`${path}/fassungen/${wrong}`, nur())).status).toBe(404);
});

test('the difference between any two versions is marked word by word', async () => {
  const { number } = (await standing()).version;
  const { text } = await house.get(`${path}/unterschied?von=2&bis=${number}`, nur());
  expect(text).toMatch(
    /<del>Frauen einladen<\/del><ins>Abende leiten<\/ins> und <del>begleiten<\/del><ins>auswerten<\/ins>/,
  );
  expect(text).toMatch(/<del>nein<\/del> <ins>ja<\/ins>/);
  expect(text).toMatch(/<ins>Zwölf Abende im Jahr, auch am Sonntag\.<\/ins>/);
  const back = await house.get(`${path}/unterschied?von=${number}&bis=2`, nur());
  expect(back.text).toMatch(/<del>Zwölf Abende im Jahr, auch am Sonntag\.<\/del>/);
  expect((await house.get(`${path}/unterschied?von=2&bis=2`, nur())).text).toContain('nichts anders');
  expect((await house.get(`${path}/unterschied`, nur())).status).toBe(200);
  expect((await house.get(`${path}/unterschied?von=99`, nur())).status).toBe(404);
  const arabic = (await house.get(`${path}/unterschied?von=1&bis=${number}`, nur(), 'ar')).text;
  expect(arabic).toContain('dir="rtl"');
  expect(arabic).toContain('<ins>\u2068Frauenverein Nûjîn e. V.\u2069</ins>');
});

test('for whoever is no partner there is no agreement, to the byte', async () => {
  const none = await house.get(`/vereinbarungen/${idFor('none')}`, house.as('otto'));
  expect(none.status).toBe(404);
  for (const at of ['', '/zustimmung', '/fassungen', '/fassungen/1', '/unterschied?von=1&bis=2'])
    for (const who of [null, house.as('otto'), house.as('kim')])
      expect(await house.get(`${path}${at}`, who)).toEqual(none);
  const [goal] = await goals();
  if (goal === undefined) throw new Error('no goal');
  for (const at of ['/zustimmung', '/zustimmung/zurueck'])
    for (const who of [null, house.as('otto'), house.as('kim')])
      expect((await house.post(`${path}${at}`, { hash: hashOfParagraph(goal) }, who)).status).toBe(404);
  expect((await house.get('/vereinbarungen/unsinn', nur())).status).toBe(404);
});

test('a yes under a signature stays, and after the end everything is read and nothing is changed', async () => {
  const other = await openAgreementHouse();
  addShowPages(other.web, other.pages);
  const id = await agreeOn(other, FOURTH_TEXT);
  const { hash, version } = await other.speaker(other.nujin).db.read((db) => findStanding(db, id));
  const open = await other.get(`/vereinbarungen/${id}`, other.as('nur'));
  expect(open.text).toContain('Bereit zum Unterschreiben');
  expect(open.text).toContain('Ja zurücknehmen');
  expect(open.text).not.toContain('bogen#points');
  const { cooperation, nujin: partner } = other;
  const point = { cooperation, partner, words: 'Wer druckt?', refers: [] };
  const talking = await addTalkingPoint(other.speaker(partner), point);
  const talk = await other.get(`/vereinbarungen/${id}`, other.as('bea'));
  expect(talk.text).toMatch(/bogen#points">\s*Ein Punkt ist noch offen zu besprechen/);
  expect(talk.text).toContain('Bereit zum Unterschreiben');
  await settleTalkingPoint(other.speaker(partner), { cooperation, partner, point: talking, state: 'agreed' });
  const view = { cooperation: other.cooperation, own: other.nujin, partners: [] };
  const shown = () =>
    other.speaker(other.nujin).db.read(async (db) => (await AGREEMENT_PART.load(db, [view], TODAY))(view));
  expect((await shown()).open.map(({ text }) => text.key)).toEqual(['agreements.show.toSign']);
  const proof = { kind: 'paper' } as const;
  for (const partner of [other.nujin, other.bildungswerk])
    await sign(other.speaker(partner), { agreement: id, partner, version: hash, proof });
  const [goal] = paragraphsOf(version.text, 'goal');
  if (goal === undefined) throw new Error('no goal');
  const back = { hash: hashOfParagraph(goal), paragraph: goal.id };
  expect((await other.post(`/vereinbarungen/${id}/zustimmung/zurueck`, back, other.as('nur'))).status).toBe(409);
  const signed = await other.get(`/vereinbarungen/${id}`, other.as('bea'));
  expect(signed.text).toContain('Von allen unterschrieben');
  expect(signed.text).not.toContain('Ja zurücknehmen');
  expect(await shown()).toMatchObject({ stage: 'running', open: [] });
  const sheets = await other
    .speaker(other.nujin)
    .db.read(async (db) => (await SHEETS_PART.load(db, [view], TODAY))(view));
  expect(sheets.links.map(({ href }) => href)).toEqual([`/kooperationen/${other.cooperation}/bogen`]);
  await other.database.sql(
    "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-21', 'together', '2031-11-21')",
    [other.cooperation],
  );
  const ended = await other.get(`/vereinbarungen/${id}`, other.as('bea'));
  expect(ended.text).toContain('seit 21. November 2026 beendet');
  expect(ended.text).toContain('Zwölf Abende');
  expect(ended.text).not.toMatch(/<form[^>]*zustimmung|href="[^"]*entwurf/);
  expect((await other.post(`/vereinbarungen/${id}/zustimmung`, back, other.as('nur'))).status).toBe(409);
  await other.database.close();
});
