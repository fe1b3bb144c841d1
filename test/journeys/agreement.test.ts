import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/plain/time.ts';
import { launchChromium } from '../chromium.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { inside, MAILBOX, NUJIN, openPartnership, RAD, WERK } from './partnership.ts';
import {
  acceptAll,
  changeLine,
  countInputs,
  follow,
  handOver,
  pressed,
  saveAndOn,
  saveSection,
  sayYes,
  startCount,
  takeReady,
  writeLines,
} from './pen.ts';
import { linkInMail, newAccount, PASSPHRASE, press } from './people.ts';

/** From the request to the version that both have signed. */
const MOST_FORMS = 35;

const TITLE = 'Gesundheitsberatung für Mütter';
/** What the Bildungswerk gives: said in its plan, and filled in wherever it is asked again. */
const OFFER = { cents: '9.600', 'offer.money': '40 Euro für jede Stunde', 'offer.training': 'Eine Schulung' };
const TODAY = dayOf(new Date());
const inDays = (days: number) => addDays(TODAY, days);

let house: House;
let browser: Browser;
let eyes: Eyes;
let bea: Visitor;
let nur: Visitor;
let cooperation: string;
let path: string;
const count = startCount();

beforeAll(async () => {
  const { folder, home } = await openPartnership({ 'Birke Fuchs': WERK, 'Otter Linde': RAD });
  await home.close();
  browser = await launchChromium();
  house = await startHouse(folder);
  eyes = await openEyes(browser);
  bea = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  nur = await visit(browser, house, { lang: 'tr', script: true, phone: true });
});
afterAll(async () => {
  await eyes?.close();
  await browser?.close();
  await closeHouse(house);
});

const main = (page: Page) => page.locator('main').innerText();
const sheet = (part = '') => `/kooperationen/${cooperation}/bogen${part}`;
const draft = (section = '') => `${path}/entwurf${section === '' ? '' : `/${section}`}`;

test('a finished concept is stopped, opened again, and thought through', async () => {
  const { page } = bea;
  await bea.go('/zusammenarbeit');
  await follow(page, '/zusammenarbeit/neu');
  await page.locator('[name="title"]').fill(TITLE);
  await page.locator('[name="concept"][value="finished"]').check();
  await press(page, '/neu');
  expect(await page.locator('main form[action$="/neu"]').count()).toBe(3);
  await pressed(page, 'input[name="way"][value="reopen"] ~ button, form:has(input[value="reopen"]) button');
  cooperation = /kooperationen\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await eyes.look(bea, 'plan-question');
  const answers = [
    { text: 'Mütter kennen die Angebote der Vorsorge.' },
    { text: 'Frauen, die Mütter in ihrer Sprache erreichen.' },
    { text: 'Räume, Büro, Erfahrung mit Anträgen.' },
    OFFER,
    { text: 'Dass wir zusammen planen.' },
    { text: 'Erst telefonieren, dann treffen.' },
  ];
  for (const answer of answers) {
    for (const [name, said] of Object.entries(answer)) await page.locator(`[name="${name}"]`).fill(said);
    await pressed(page, 'button[name="goOn"][value="next"]');
  }
  expect(await main(page)).toContain('Eine Schulung');
});

test('who may fit is found by what it knows, and is asked with its own words in view', async () => {
  const { page } = bea;
  await follow(page, /\/suchen$/);
  expect(await page.locator('[name="gibt"]').inputValue()).toBe('Honorar, Fortbildung');
  await page.locator('[name="fach"]').fill('Gesundheit');
  await page.locator('[name="sprache"]').selectOption('tr');
  await page.locator('[name="zeit"][value="evening"]').check();
  await pressed(page, 'form[action$="/suchen"] button');
  expect(await main(page)).toContain('Nûjîn');
  await eyes.look(bea, 'partner-search');
  await follow(page, new RegExp(`anfragen/neu\\?an=${NUJIN}`));
  expect(await main(page)).toContain('Neun Frauen laden dienstags');
  expect(await main(page)).not.toContain('445566');
  countInputs(page, 'bea', count);
  countInputs(nur.page, 'nur', count);
  await page.locator('[name="known"]').fill('Euer Frauencafé am Dienstag, auf Kurdisch und Türkisch.');
  await page.locator('[name="asked"]').fill('Wie sprechen wir mit Müttern über Gesundheit, ohne sie zu belehren?');
  // What the plan says nobody types again.
  for (const [name, said] of Object.entries({ ...OFFER, cents: '9600', title: TITLE }))
    expect(await page.locator(`[name="${name}"]`).inputValue()).toBe(said);
  await eyes.look(bea, 'request-new');
  await press(page, '/anfragen/neu');
  await eyes.look(bea, 'request-sent');
});

test('it is answered by the link of a mail on a telephone: call us; and only who wants to write takes up the voice', async () => {
  const { page } = nur;
  const link = await linkInMail(house, MAILBOX[NUJIN] ?? '', '/antwort/');
  await nur.go(link);
  expect(await main(page)).toContain('9.600');
  await eyes.look(nur, 'request-answer');
  await page.locator('[name="hours"][value="evening"]').check();
  await page.locator('[name="day"]').fill(inDays(3));
  await pressed(page, 'form:has(input[name="answer"][value="call"]) button');
  await eyes.look(nur, 'request-answered');
  await bea.go(`/kooperationen/${cooperation}`);
  await eyes.look(bea, 'cooperation-called');
  await press(page, '/stimme');
  await newAccount(page, 'Nar Çiçeği');
  await pressed(page, `main form:has([name="alias"]) button:not([type="button"])`);
  expect(new URL(page.url()).pathname).toBe(`/kooperationen/${cooperation}`);
});

test('each writes its expectations alone, and reads nothing of the other before both have handed over', async () => {
  const say = async ({ page }: Visitor, mine: readonly string[]) => {
    if (!page.url().includes(sheet())) await follow(page, sheet());
    await follow(page, sheet('/erwartungen'));
    for (const [at, part] of ['erwartungen', 'beitrag', 'grenzen'].entries()) {
      expect(page.url()).toContain(part);
      await page.locator('[name="words.0"]').fill(mine[at] ?? '');
      await pressed(page, 'button[name="go"][value="next"]');
    }
    await press(page, '/abgeben');
  };
  const hers = ['Konuları kadınlar seçsin.', 'Dil bilgimiz ve güven.', 'Katılımcı listesi vermeyiz.'];
  const theirs = ['Wir erreichen mehr Mütter.', 'Geld, Räume, Büro.', 'Nur bis Ende des Jahres.'];
  await say(nur, hers);
  await eyes.look(nur, 'sheet-closed');
  await bea.go(sheet());
  for (const each of hers) expect(await bea.page.content()).not.toContain(each);
  await say(bea, theirs);
  await eyes.look(bea, 'sheet-opened');
  await nur.go(sheet());
  for (const each of theirs) expect(await main(nur.page)).toContain(each);
  for (const each of hers) expect(await main(bea.page)).toContain(each);
});

test('version 1: the association gets nothing and works 120 hours unpaid', async () => {
  const { page } = bea;
  await follow(page, sheet('/vereinbarung'));
  expect(await page.locator('textarea[name$=".title.de"]').inputValue()).toBe(TITLE);
  await eyes.look(bea, 'agreement-first');
  await changeLine(page, TITLE, { from: inDays(60), until: inDays(400), budget: '24.000', hourlyRate: '40' });
  await writeLines(page, 'goal', [
    { 'words.de': 'Mütter kennen die Angebote der Vorsorge.' },
    { 'words.de': 'Zwölf Abende im Jahr.' },
  ]);
  await writeLines(page, 'task', [
    { 'result.de': 'Frauen einladen und begleiten', doer: NUJIN, effort: '120', until: inDays(380) },
  ]);
  await writeLines(page, 'line', [
    { 'purpose.de': 'Honorare und Räume', sort: 'fee', receiver: WERK, amount: '22.000' },
    { 'purpose.de': 'Zusammenarbeit', sort: 'coordination', receiver: WERK, amount: '2.000' },
  ]);
  await page.locator('[name="languages"][value="tr"]').check();
  await pressed(page, 'main form[action$="/vereinbarung"] button');
  path = new URL(page.url()).pathname;
  expect(await main(page)).toContain('Fassung 1');
});

test('version 2: two goals of the association, its hours are paid', async () => {
  const { page } = nur;
  await nur.go(path);
  await eyes.look(nur, 'agreement-unconfirmed');
  await follow(page, draft('rahmen'));
  await changeLine(page, TITLE, { 'title.tr': 'Anneler için sağlık danışmanlığı' });
  await saveAndOn(page);
  await writeLines(page, 'goal', [
    { 'words.tr': 'Kadınlar konuları kendileri seçer.' },
    { 'words.tr': 'Belediye tercüme masraflarını kalıcı olarak üstlenir.', isStructural: 'yes' },
  ]);
  await saveAndOn(page);
  await changeLine(page, 'Frauen einladen', {
    'result.de': 'Abende leiten und auswerten',
    'result.tr': 'Akşamları yönetmek ve değerlendirmek',
    isPaid: 'yes',
    '-reason': 'Emeğimizin karşılığı var.',
  });
  await saveAndOn(page);
  await changeLine(page, 'Honorare und Räume', { amount: '16.000' });
  await writeLines(page, 'line', [
    { 'purpose.tr': 'Ücret: 120 saat, saati 40 €', sort: 'fee', receiver: NUJIN, amount: '4.800' },
    { 'purpose.tr': 'Salon', sort: 'room', receiver: NUJIN, amount: '1.200' },
  ]);
  await saveSection(page);
  await eyes.look(nur, 'draft-money-tr');
  await handOver(nur, path);
  await bea.go(`${path}/vorschlaege`);
  await eyes.look(bea, 'answers-money');
  await acceptAll(bea, path);
});

test('version 3: five duties with dates out of the library, and an exit in four weeks', async () => {
  const { page } = bea;
  await bea.go(draft('pflichten'));
  await takeReady(page, 'invoice', 'numbers', 'interim', 'useOfFunds', 'report');
  await eyes.look(bea, 'draft-duties-taken');
  const days = await page.locator('input[name$=".due"]').all();
  const whose = await page.locator('select[name$=".responsible"]').all();
  for (const at of [0, 1, 2, 3, 4]) {
    await days[at]?.fill(inDays(100 + 50 * at));
    await whose[at]?.selectOption(at < 2 ? NUJIN : WERK);
  }
  await saveSection(page);
  await follow(page, draft('ausstieg'));
  await takeReady(page, 'fair');
  await handOver(bea, path);
  await nur.go(`${path}/vorschlaege`);
  await eyes.look(nur, 'answers-duties');
  await acceptAll(nur, path);
});

test('version 4: 40 percent of the money for the association', async () => {
  const { page } = nur;
  await nur.go(draft('geld'));
  await changeLine(page, 'Honorare und Räume', { amount: '12.400' });
  await writeLines(page, 'line', [
    { 'purpose.tr': 'Eğitim', sort: 'training', receiver: NUJIN, amount: '1.600' },
    { 'purpose.tr': 'Birlikte çalışmanın emeği', sort: 'coordination', receiver: NUJIN, amount: '2.000' },
  ]);
  await saveSection(page);
  await handOver(nur, path);
  await acceptAll(bea, path);
});

test('nobody signs one step before everything is confirmed, and both right after it', async () => {
  for (const { page, go } of [nur, bea]) {
    await go(`${path}/unterschreiben`);
    expect(await page.locator('[name="passphrase"]').count()).toBe(0);
    if (page === nur.page) await eyes.look(nur, 'sign-too-early');
    await go(path);
    await follow(page, `${path}/zustimmung`);
    if (page === nur.page) await eyes.look(nur, 'confirm');
    await sayYes(page);
  }
  for (const { page, go } of [bea, nur]) {
    await go(path);
    await follow(page, `${path}/unterschreiben`);
    await page.locator('[name="passphrase"]').fill(PASSPHRASE);
    await pressed(page, 'form:has([name="passphrase"]) button');
  }
  await eyes.look(nur, 'agreement-signed', path);
});

test('both load the same paper, and the balance goes from 0 to 40 percent, for the two and for nobody else', async () => {
  const papers = await Promise.all(
    [bea, nur].map(async ({ page }) => (await page.request.get(`${house.origin}${path}/vereinbarung.pdf`)).body()),
  );
  expect(papers[0]?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(papers[0]?.equals(papers[1] ?? Buffer.alloc(0))).toBe(true);
  await bea.go(`${path}/augenhoehe`);
  await eyes.look(bea, 'balance');
  const told = (await main(bea.page)).replaceAll(/\s+/g, ' ');
  expect(told).toMatch(/Fassung 4 14\.400 € \(60,0 %\)[^F]*9\.600 € \(40,0 %\)/);
  expect(told).toMatch(/Fassung 1 24\.000 € \(100,0 %\) 0 € \(0,0 %\)/);
  expect(told).toMatch(/Unbezahlte Stunden.*Fassung 1 0 Stunden 120 Stunden/);
  await nur.go(`${path}/augenhoehe`);
  expect((await main(nur.page)).replaceAll(/\s+/g, ' ')).toContain('€9.600 (%40,0)');
  const others = [
    await inside(browser, house, 'Otter Linde', { lang: 'de' }),
    await inside(browser, house, 'coordination', { lang: 'de' }),
    await inside(browser, house, 'operator', { lang: 'de' }),
    await visit(browser, house, { lang: 'de' }),
  ];
  for (const other of others) {
    for (const hidden of [
      `${path}/augenhoehe`,
      path,
      `${path}/vereinbarung.pdf`,
      sheet(),
      `/kooperationen/${cooperation}`,
    ])
      expect([hidden, await other.go(hidden)]).toEqual([hidden, 404]);
    await other.context.close();
  }
  expect([...nur.foreign, ...nur.complaints, ...bea.foreign, ...bea.complaints, ...bea.scripts]).toEqual([]);
});

test('from the request to the signed version it takes few presses', () => {
  process.stderr.write(`${JSON.stringify({ journey: 'scenario 1', forms: count.forms, links: count.links })}\n`);
  if (count.forms > MOST_FORMS) process.stderr.write(`${count.said.join('\n')}\n`);
  expect(count.forms).toBeLessThanOrEqual(MOST_FORMS);
});
