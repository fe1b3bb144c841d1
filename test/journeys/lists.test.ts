import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { clubs, map, offers, type Sent } from './files.ts';
import { closeHouse, enter, startHouse, visit, type House, type Visitor } from './house.ts';
import { keep } from './screens.ts';

let house: House;
let browser: Browser;
let operator: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  operator = await visit(browser, house);
  await enter(operator.page, house);
  await operator.page.locator('input[name="site"]').fill('Stadt Kassel');
  await operator.page.getByRole('button', { name: 'Leer beginnen' }).click();
  await operator.page.getByText('Es kann losgehen').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

const DESCRIPTION = {
  publisher: 'Stadt Kassel',
  purpose: 'Wer was anbietet',
  role: 'Integrationsbeauftragte',
  takedownContact: 'integration@kassel.example',
};

/** Step 1: the file, and which list it is. A known list is chosen by its title. */
async function bringIn(page: Page, file: Sent, title: string, known = false): Promise<void> {
  await page.goto(`${house.origin}/listen/neu`);
  await page.locator('input[type="file"]').setInputFiles(file);
  if (known) await page.locator('select[name="list"]').selectOption({ label: title });
  else {
    await page.locator('input[name="title"]').fill(title);
    for (const [name, text] of Object.entries(DESCRIPTION)) await page.locator(`[name="${name}"]`).fill(text);
    await page.locator('select[name="licence"]').selectOption('ccBy');
    await page.locator('select[name="rhythm"]').selectOption('yearly');
  }
  await page.getByRole('button', { name: 'Weiter zu den Spalten' }).click();
  await page.waitForURL(/\/spalten$/);
}

/** Which field each column was guessed to be, by its header. */
async function guessed(page: Page): Promise<Record<string, string>> {
  const columns: Record<string, string> = {};
  for (const each of await page.locator('.column-choice').all()) {
    const select = each.locator('select');
    const label = (await each.locator('label').first().innerText()).replace(/\s*\(.*$/s, '').trim();
    columns[label] = await select.inputValue();
  }
  return columns;
}

async function compare(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Vergleichen', exact: true }).click();
  await page.getByRole('heading', { name: 'Was würde sich ändern?' }).waitFor();
  return page.locator('main').innerText();
}

async function take(page: Page, button = 'Jetzt übernehmen'): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: 'Die Liste ist übernommen' }).waitFor();
  return page.locator('main').innerText();
}

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
  await page.getByRole('link', { name: 'Ganzen Import zurücknehmen' }).first().click();
  await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
  await page.getByRole('heading', { name: 'Der Import ist zurückgenommen' }).waitFor();
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
  await page.locator('select[name="list"]').selectOption({ label: 'Vereine in Kassel' });
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
