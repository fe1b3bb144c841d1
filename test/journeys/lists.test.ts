import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { beginEmpty, bringIn, compare, guessed, take } from './bring-in.ts';
import { clubs, map, offers } from './files.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { keep } from './screens.ts';

let house: House;
let browser: Browser;
let operator: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  operator = await beginEmpty(browser, house);
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

/** What a stranger can read: the finder and every organisation and offer with its sources, byte by byte. */
async function registerSeen(): Promise<Record<string, string>> {
  const stranger = await visit(browser, house);
  const seen: Record<string, string> = {};
  const finder = await (await stranger.page.request.get(`${house.origin}/finden`)).text();
  seen['/finden'] = /<main.*<\/main>/s.exec(finder)?.[0] ?? '';
  for (const path of new Set(finder.match(/\/(?:organisationen|angebote)\/[0-9a-f-]{36}/g))) {
    seen[path] = await (await stranger.page.request.get(`${house.origin}${path}.json`)).text();
  }
  await stranger.context.close();
  return seen;
}

test('a CSV from Excel is read, guessed, looked at and taken over, without JavaScript', async () => {
  const { page } = operator;
  await page.goto(`${house.origin}/listen/neu`);
  await keep(page, 'list-1-file-de-desk');
  expect(await axe(browser, page)).toEqual([]);
  await bringIn(page, clubs(), 'Vereine in Kassel');
  expect(await guessed(page)).toMatchObject({
    Name: expect.stringMatching(/^name/),
    Straße: 'street',
    Telefon: 'phone',
    'E-Mail': 'mailbox',
    Sprachen: 'languages',
  });
  const columns = await page.locator('main').innerText();
  expect(columns).toContain('Frauenverein Brücke e. V.');
  expect(columns).toContain('Löwenstraße 3');
  await keep(page, 'list-2-columns-de-desk');
  expect(await axe(browser, page)).toEqual([]);
  const preview = await compare(page);
  expect(preview).toMatch(/3 neue Zeilen/);
  await keep(page, 'list-3-preview-de-desk');
  expect(await axe(browser, page)).toEqual([]);
  expect(Object.keys(await registerSeen())).toEqual(['/finden']);
  expect(await take(page)).toMatch(/3 Einträge sind neu/);
  await keep(page, 'list-4-taken-de-desk');
  expect(await axe(browser, page)).toEqual([]);
});

test('an XLSX and a GeoJSON follow, and everything is found', async () => {
  const { page } = operator;
  await bringIn(page, await offers(), 'Angebote in Kassel');
  expect(await guessed(page)).toMatchObject({
    Angebot: expect.stringMatching(/^name/),
    Träger: 'carrier',
    Sprachen: 'languages',
    Zeiten: 'times',
  });
  expect(await compare(page)).toMatch(/2 neue Zeilen/);
  await take(page);
  await bringIn(page, map(), 'Orte in Kassel');
  expect(await compare(page)).toMatch(/2 neue Zeilen/);
  await take(page);
  for (const [lang, question] of [
    ['de', 'Sprachcafé, Sonntag, Arabisch'],
    ['ar', 'مقهى اللغات الأحد العربية'],
    ['uk', 'мовне кафе неділя арабська'],
    ['tr', 'dil kafesi pazar Arapça'],
    ['en', 'language café Sunday Arabic'],
  ] as const) {
    const stranger = await visit(browser, house, { lang, phone: true });
    await stranger.go(`/finden?q=${encodeURIComponent(question)}`);
    await stranger.page.locator('main a[href*="/angebote/"]').first().click();
    expect(await stranger.page.locator('h1').innerText()).toContain('Sprachcafé');
    expect(await stranger.page.locator('main').innerText()).toContain('Angebote in Kassel');
    await stranger.context.close();
  }
});

test('a person and the street of an association stay inside', async () => {
  const seen = JSON.stringify(await registerSeen());
  expect(seen).toContain('Frauenverein Brücke');
  expect(seen).not.toContain('Sabine');
  expect(seen).not.toContain('Löwenstraße');
});

test('the same file again changes nothing', async () => {
  const { page } = operator;
  const before = await registerSeen();
  await bringIn(page, clubs(), 'Vereine in Kassel', true);
  const preview = await compare(page);
  expect(preview).toMatch(/3 unveränderte Zeilen/);
  expect(preview).toMatch(/Nichts kommt neu dazu/);
  await take(page, 'Ohne Änderungen abschließen');
  expect(await registerSeen()).toEqual(before);
});

test('a changed file changes the differences only, marks what is missing, and is taken back to the byte', async () => {
  const { page } = operator;
  const before = await registerSeen();
  await bringIn(page, clubs(true), 'Vereine in Kassel', true);
  const preview = await compare(page);
  expect(preview).toMatch(/Eine geänderte Zeile/);
  expect(preview).toMatch(/Ein Eintrag fehlt/);
  await keep(page, 'list-5-changed-de-desk');
  await take(page);
  const after = await registerSeen();
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(JSON.stringify(after)).toContain('561999999');
  await page.getByRole('link', { name: 'Zur Liste' }).click();
  await page.waitForURL(/\/listen\//);
  expect(await page.locator('main').innerText()).toContain('nicht mehr in der Liste seit');
  await keep(page, 'list-6-list-de-desk');
  expect(await axe(browser, page)).toEqual([]);
  await page.getByRole('link', { name: 'Ganze Übernahme zurücknehmen' }).first().click();
  await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
  await page.getByRole('heading', { name: 'Die Übernahme ist zurückgenommen' }).waitFor();
  expect(await registerSeen()).toEqual(before);
});

test.each([
  { lang: 'ar', phone: true },
  { lang: 'ar', phone: false },
  { lang: 'de', phone: true },
])('the conversation is whole in %o, with JavaScript', async ({ lang, phone }) => {
  const visitor = await visit(browser, house, { lang, phone, script: true });
  await visitor.context.addCookies(await operator.context.cookies());
  const { page } = visitor;
  const where = `${lang}-${phone ? 'phone' : 'desk'}`;
  const look = async (step: string) => {
    await keep(page, `${step}-${where}`);
    expect([step, await axe(browser, page)]).toEqual([step, []]);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([step, wide]).toEqual([step, 0]);
  };
  await visitor.go('/listen/neu');
  await look('list-1-file');
  await page.locator('input[type="file"]').setInputFiles(clubs(true));
  // In Arabic the name stands isolated, so that its direction changes nothing around it.
  const list = await page.locator('select[name="list"] option', { hasText: 'Vereine in Kassel' }).getAttribute('value');
  await page.locator('select[name="list"]').selectOption(list);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/spalten$/);
  await look('list-2-columns');
  await page.locator('button[name="do"][value="compare"]').click();
  await page.locator('form[action$="/uebernahme"] button').waitFor();
  await look('list-3-preview');
  await page.locator('form[action$="/uebernahme"] button').click();
  await page.locator('a[href$="/zuruecknehmen"]').waitFor();
  await look('list-4-taken');
  await page.locator('a[href$="/zuruecknehmen"]').click();
  await look('list-5-back');
  await page.locator('form[action$="/zuruecknehmen"] button').first().click();
  await page.waitForURL(/\/uebernahme$|\/zuruecknehmen$|\/listen\//);
  await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(0);
  expect(visitor.foreign).toEqual([]);
  expect(visitor.complaints).toEqual([]);
  // The next journey begins where this one did.
  await page.locator('a[href^="/listen/"]').first().waitFor();
  await visitor.context.close();
});
