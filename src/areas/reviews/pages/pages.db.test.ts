import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn } from '../../../../test/agreed.ts';
import { FOURTH_TEXT } from '../../../../test/agreement.ts';
import { signAll } from '../../../../test/partings.ts';
import { frameOf } from '../../../../test/web.ts';
import { namesOf } from '../../../app/names.ts';
import { partnerVoices } from '../../../app/partings.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { addReviewsPages } from './routes.tsx';

let house: AgreementHouse;
let path: string;
const voices = partnerVoices({ words: loadWords('src') });

beforeAll(async () => {
  house = await openAgreementHouse();
  addReviewsPages(house.web, { frame: frameOf(), namesOf, voices });
  path = `/kooperationen/${house.cooperation}`;
  const agreement = await agreeOn(house, FOURTH_TEXT);
  await signAll(house, agreement, [house.bildungswerk, house.nujin]);
}, 120_000);
afterAll(() => house.database.close());

const PAGES = ['rueckblick', 'abschluss', 'abschluss/beenden', 'ausstieg', 'ausstieg/erklaeren'];

test('for whoever is no partner there is no such page, as if there were no such cooperation', async () => {
  const nowhere = '/kooperationen/01990000-0000-7000-8000-000000000000';
  for (const page of PAGES)
    for (const cookie of [null, house.as('otto'), house.as('kim')]) {
      const one = await house.get(`${path}/${page}`, cookie);
      const other = await house.get(`${nowhere}/${page}`, cookie);
      expect([one.status, one.text]).toEqual([404, other.text]);
      if (page === 'ausstieg/erklaeren' || page === 'abschluss/beenden') continue;
      const pressed = await house.post(`${path}/${page}`, { what: 'leave' }, cookie);
      expect([pressed.status, pressed.text]).toEqual([404, other.text]);
    }
  expect((await house.get('/kooperationen/nichts/ausstieg', house.as('nur'))).status).toBe(404);
});

test('what would be if one of us went is told to both sides with what was agreed, and nothing is kept of looking', async () => {
  const before = await house.count('chain_note');
  for (const who of ['nur', 'bea'] as const) {
    const { status, text } = await house.get(`${path}/ausstieg`, house.as(who));
    expect(status).toBe(200);
    expect(text).toContain('19. Dezember 2026');
    expect(text).toContain('Ihr habt 4 Wochen Frist vereinbart.');
    expect(text).toContain('Was geleistet ist, wird bezahlt.');
    expect(text).toContain('CC BY-SA, beide dürfen weitermachen.');
    expect(text).toContain('Sie ist am Tag danach zu Ende.');
  }
  expect(await house.count('chain_note')).toBe(before);
  const arabic = await house.get(`${path}/ausstieg`, house.as('nur'), 'ar');
  expect(arabic.text).toContain('اتفقتم على مهلة 4 أسابيع.');
  expect(arabic.text).toContain('lang="de" dir="ltr"');
});

test('a review goes from the first word over the closed envelope to both sides beside each other', async () => {
  const page = `${path}/rueckblick`;
  expect((await house.get(page, house.as('nur'))).text).toContain('Rückblick beginnen');
  await house.post(page, { what: 'begin' }, house.as('nur'));
  // The foot promises as much as the form does.
  const begun = (await house.get(page, house.as('nur'))).text;
  expect(begun).toContain('Zuerst liest das nur eure Organisation.');
  expect(begun).toContain('Diese Seite liest nur deine Organisation.');
  const long = 'x'.repeat(2001);
  const refused = await house.post(page, { what: 'hand', good: 'Die Abende.', hard: long }, house.as('nur'));
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Die Abende.');
  expect(refused.text).toContain(long);
  expect(refused.text).toContain('höchstens 2.000 Zeichen');
  const silent = await house.post(page, { what: 'hand' }, house.as('nur'));
  expect([silent.status, silent.text.includes('Schreib zu mindestens einer Frage etwas.')]).toEqual([422, true]);
  await house.post(page, { what: 'save', gained: 'Vierzig \0Frauen\r\nkennen uns.' }, house.as('nur'));
  expect((await house.get(page, house.as('nur'))).text).toContain('Vierzig Frauen\nkennen uns.');
  await house.post(page, { what: 'save', gained: 'Vierzig Frauen kennen uns.' }, house.as('nur'));
  expect((await house.get(page, house.as('nur'))).text).toContain('Vierzig Frauen kennen uns.');
  await house.post(page, { what: 'hand', gained: 'Vierzig Frauen kennen uns.' }, house.as('nur'));
  expect((await house.get(page, house.as('nur'))).text).toContain('Euer Teil ist übergeben');
  const other = await house.get(page, house.as('bea'));
  expect(other.text).not.toContain('Vierzig');
  expect(other.text).not.toContain('übergeben</');
  await house.post(page, { what: 'hand', change: 'Mehr Zeit.' }, house.as('bea'));
  for (const who of ['nur', 'bea'] as const) {
    const { text } = await house.get(page, house.as(who));
    expect(text).toContain('Vierzig Frauen kennen uns.');
    expect(text).toContain('Mehr Zeit.');
    expect(text).toContain('/entwurf"');
    expect(text).toContain('Diese Seite lesen nur die Partner dieser Zusammenarbeit.');
  }
});

test('the closing sheet is written by each and read by both', async () => {
  const page = `${path}/abschluss`;
  const sheet = { what: 'write', gained: 'Ein Netz.', materials: 'Das Heft.\nZwei Banner.', licence: 'cc-by-sa' };
  expect((await house.post(page, sheet, house.as('nur'))).status).toBe(303);
  const { text } = await house.get(page, house.as('bea'));
  expect(text).toContain('Zwei Banner.');
  expect(text).toContain('CC BY-SA');
  const refused = await house.post(page, { ...sheet, onward: 'y'.repeat(2001) }, house.as('bea'));
  expect([refused.status, refused.text.includes('y'.repeat(2001))]).toEqual([422, true]);
  expect((await house.post(page, { what: 'nichts' }, house.as('bea'))).status).toBe(400);
});

test('leaving is declared on one page, told without a name or a reason, and taken back with one tap', async () => {
  const declare = await house.get(`${path}/ausstieg/erklaeren`, house.as('nur'));
  expect(declare.text).toContain('Ja, wir steigen aus');
  await house.database.sql('delete from mail');
  expect((await house.post(`${path}/ausstieg`, { what: 'leave' }, house.as('nur'))).status).toBe(303);
  const other = await house.get(`${path}/ausstieg`, house.as('bea'));
  expect(other.text).toContain('steigt aus. Letzter Tag ist der 19. Dezember 2026');
  expect((await house.get(`${path}/ausstieg/erklaeren`, house.as('nur'))).status).toBe(303);
  const { rows } = await house.database.sql('select receiver, content::text as content from mail');
  expect(rows.map(({ receiver }) => receiver)).toEqual(['bea@example.org']);
  expect(String(rows[0]?.['content'])).not.toMatch(/Nûjîn|Bildungswerk/);
  expect(String(rows[0]?.['content'])).not.toContain(path);
  expect(String(rows[0]?.['content'])).toContain('weiter=%2Fzusammenarbeit&');
  expect(await house.count("notice where kind = 'partnerLeaves'")).toBe(1);
  await house.post(`${path}/ausstieg`, { what: 'stay' }, house.as('nur'));
  expect((await house.get(`${path}/ausstieg`, house.as('bea'))).text).not.toContain('steigt aus. Letzter Tag');
});

test('after the end nothing can be ended again, and all partners together may let it be deleted', async () => {
  const page = `${path}/abschluss`;
  // What falls away and what stays is told before the first yes and, on a page of its own, before the last one.
  const becomes = ['Eine Aufgabe oder Zusage, deren Tag noch nicht da ist.', '5 Pflichten, zum Beispiel Nachweise'];
  const first = await house.get(page, house.as('nur'));
  for (const one of [...becomes, 'name="what" value="end"']) expect(first.text).toContain(one);
  expect((await house.get(`${page}/beenden`, house.as('nur'))).location).toBe(page);
  await house.post(page, { what: 'end' }, house.as('nur'));
  const second = await house.get(page, house.as('bea'));
  for (const one of ['Das hat schon gesagt', `href="${page}/beenden"`]) expect(second.text).toContain(one);
  expect(second.text).not.toContain('name="what" value="end"');
  expect((await house.get(`${page}/beenden`, house.as('nur'))).location).toBe(page);
  const last = await house.get(`${page}/beenden`, house.as('bea'));
  for (const one of [...becomes, 'sofort zu Ende', 'name="what" value="end"']) expect(last.text).toContain(one);
  await house.post(page, { what: 'end' }, house.as('bea'));
  const ended = await house.get(page, house.as('nur'));
  expect(ended.text).toContain('Gemeinsam beendet am 21. November 2026');
  expect(ended.text).toContain('bis zum 30. Juli 2032');
  expect((await house.get(`${page}/beenden`, house.as('nur'))).location).toBe(page);
  expect((await house.post(page, { what: 'end' }, house.as('nur'))).status).toBe(409);
  expect((await house.post(`${path}/ausstieg`, { what: 'leave' }, house.as('nur'))).status).toBe(409);
  await house.post(page, { what: 'delete' }, house.as('nur'));
  expect((await house.get(page, house.as('bea'))).text).toContain('Es fehlt noch die Antwort von');
  await house.post(page, { what: 'keep' }, house.as('nur'));
  expect(await house.count('deletion_wish')).toBe(0);
});
