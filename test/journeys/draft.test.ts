import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placed } from '../agreed.ts';
import { FIRST_TEXT } from '../agreement.ts';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { openPair } from './partnership.ts';
import { signIn } from './people.ts';

/** What an island may weigh. */
const MOST_BYTES = 5 * 1024;

let house: House;
let browser: Browser;
let eyes: Eyes;
let path: string;
let nur: Visitor;

beforeAll(async () => {
  const folder = await openPair(async (world) => {
    path = `/vereinbarungen/${await world.begin(placed(world, FIRST_TEXT).paragraphs)}`;
  });
  browser = await launchChromium();
  house = await startHouse(folder);
  eyes = await openEyes(browser);
  nur = await visit(browser, house, { lang: 'de', script: true, phone: true });
  await signIn(nur, 'Distel Amsel');
});
afterAll(async () => {
  await eyes?.close();
  await browser?.close();
  await closeHouse(house);
});

const goals = () => `${path}/entwurf/ziele`;
const lines = (page: Page) => page.locator('textarea[name$=".words.de"]');
const offer = (page: Page) => page.getByText('Du hast hier noch etwas geschrieben');
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft/')).length);

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
}

test('without a connection the form stays with what was typed, and is saved when it is back', async () => {
  const { page, context } = nur;
  await nur.go(goals());
  const island = nur.scripts.find((each) => each.includes('/draft-')) ?? '';
  expect(gzipSync(await (await page.request.get(island)).body()).length).toBeLessThan(MOST_BYTES);
  await lines(page).nth(1).fill('Zwei Abende am Sonntag.');
  await context.setOffline(true);
  await page.getByText('Gerade gibt es keine Verbindung.').waitFor();
  await save(page);
  expect(await lines(page).nth(1).inputValue()).toBe('Zwei Abende am Sonntag.');
  expect(await kept(page)).toBe(1);
  await context.setOffline(false);
  await page.getByText('Die Verbindung ist wieder da.').waitFor();
  await save(page);
  await page.getByText('Gespeichert.').waitFor();
  expect(page.url()).not.toContain('gespeichert');
  expect(await kept(page)).toBe(0);
  expect(await lines(page).nth(1).inputValue()).toBe('Zwei Abende am Sonntag.');
});

test('what was typed before a window was closed is offered again, and is gone when it has arrived', async () => {
  const { context } = nur;
  const first = await context.newPage();
  await first.goto(`${house.origin}${goals()}`);
  await lines(first).nth(2).fill('Kinder sind dabei willkommen.');
  await expect.poll(() => kept(first)).toBe(1);
  const second = await context.newPage();
  await second.goto(`${house.origin}${goals()}`);
  // The first window still writes on it: nothing to offer, and each keeps its own. It has asked who holds what by now.
  await second.evaluate(() => navigator.locks.query());
  expect(await offer(second).isVisible()).toBe(false);
  await first.close();
  await second.reload();
  await offer(second).waitFor();
  expect(await second.getByText('Kinder sind dabei willkommen.').count()).toBe(1);
  await eyes.look({ page: second }, 'draft-goals');
  await second.getByRole('button', { name: 'Wieder einsetzen' }).click();
  expect(await lines(second).nth(2).inputValue()).toBe('Kinder sind dabei willkommen.');
  await save(second);
  await second.getByText('Gespeichert.').waitFor();
  expect(await kept(second)).toBe(0);
  expect(await offer(second).isVisible()).toBe(false);
  await second.close();
});

test('what nobody wants any more is left out, and a refused form goes on keeping', async () => {
  const { page } = nur;
  await nur.go(`${path}/entwurf/geld`);
  await page.locator('input[name$=".amount"]').last().fill('viel');
  await expect.poll(() => kept(page)).toBe(1);
  await save(page);
  await page.getByText('Schreib den Betrag in Euro').first().waitFor();
  expect(nur.complaints.splice(0).join()).toMatch(/^[^,]*422[^,]*$/);
  expect(await kept(page)).toBe(1);
  expect(await offer(page).isVisible()).toBe(false);
  await eyes.look(nur, 'draft-money', `${path}/entwurf/geld`);
  await nur.go(`${path}/entwurf/geld`);
  await offer(page).waitFor();
  await page.getByRole('button', { name: 'Weglassen' }).click();
  expect(await offer(page).isVisible()).toBe(false);
  expect(await kept(page)).toBe(0);
  expect([nur.foreign, nur.complaints]).toEqual([[], []]);
});

test('without JavaScript: written, handed over, answered; and it reads well', async () => {
  const plain = await visit(browser, house, { lang: 'de', phone: true });
  const { page } = plain;
  await signIn(plain, 'Distel Amsel');
  await plain.go(`${path}/entwurf/pflichten`);
  await eyes.look(plain, 'draft-duties', `${path}/entwurf/pflichten`);
  await page.locator('[name="pick"]').first().check();
  await page.getByRole('button', { name: 'Angekreuztes nehmen' }).click();
  await page.getByText('Übernommen.').waitFor();
  expect(await axe(browser, page)).toEqual([]);
  await plain.go(`${path}/entwurf`);
  await eyes.look(plain, 'draft', `${path}/entwurf`);
  expect(await axe(browser, page)).toEqual([]);
  await page.getByRole('button', { name: 'Den anderen übergeben' }).click();
  await page.getByText('3 Änderungen liegen jetzt bei den anderen.').waitFor();
  const bea = await visit(browser, house, { lang: 'de' });
  await signIn(bea, 'Birke Fuchs');
  await bea.go(`${path}/vorschlaege`);
  await eyes.look(bea, 'answers');
  for (const accept of await bea.page.getByRole('radio', { name: 'Wir nehmen es an' }).all()) await accept.check();
  await bea.page.getByRole('button', { name: 'Antworten abschicken' }).click();
  await bea.page.getByText('Fassung 2 ist da.').waitFor();
  await bea.go(goals());
  expect(await lines(bea.page).nth(1).inputValue()).toBe('Zwei Abende am Sonntag.');
  await plain.go(`${path}/vorschlaege`);
  await page.getByText('Seit Fassung 1').waitFor();
  await eyes.look(plain, 'answered');
  expect(await axe(browser, page)).toEqual([]);
  expect([...plain.foreign, ...plain.complaints, ...bea.foreign, ...bea.complaints, ...plain.scripts]).toEqual([]);
});
