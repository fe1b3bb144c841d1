import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/areas/people/index.ts';
import { hashPassphrase } from '../../src/areas/people/passphrase.ts';
import { system } from '../../src/plain/actor.ts';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { closeHouse, startHouse, visit, type House } from './house.ts';
import { openIn } from './partnership.ts';
import { giveDevice, PASSPHRASE } from './people.ts';
import { keep } from './screens.ts';

const ALIAS = 'Ahorn Laterne 47';
/** What an island may weigh. */
const MOST_BYTES = 5 * 1024;

let house: House;
let browser: Browser;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-'));
  const home = await openIn(folder);
  const account = { alias: ALIAS, language: 'de', mail: null, passphrase: await hashPassphrase(PASSPHRASE) };
  await home.database.as(system('test')).write((tx) => createAccount(tx, account, home.clock.now()));
  await home.close();
  browser = await launchChromium();
  house = await startHouse(folder);
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

async function signInByPassphrase(page: Page): Promise<void> {
  await page.locator('[name="alias"]').first().fill(ALIAS);
  await page.locator('[name="passphrase"]').fill(PASSPHRASE);
  await Promise.all([page.waitForURL('**/konto'), page.getByRole('button', { name: 'Anmelden', exact: true }).click()]);
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

test('a passkey is made, opens the account without typing, and opens nothing once it is removed', async () => {
  const visitor = await visit(browser, house, { lang: 'de', script: true, phone: true });
  const { page, go } = visitor;
  await giveDevice(page);
  await go('/anmelden');
  await keep(page, 'sign-in-with-passkey.de');
  expect(await axe(browser, page)).toEqual([]);
  await signInByPassphrase(page);
  await go('/konto/passkeys');
  await page.getByRole('textbox', { name: /Name des Passkeys/ }).fill('Testtelefon');
  await page.getByRole('button', { name: 'Passkey auf diesem Gerät anlegen' }).click();
  await page.getByText('Der Passkey ist angelegt').waitFor();
  await keep(page, 'passkeys.de');
  expect(await axe(browser, page)).toEqual([]);
  expect(await page.locator('main').innerText()).toContain('Testtelefon');

  await signOut(page);
  await go('/anmelden?weiter=/konto/passkeys');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.waitForURL('**/konto/passkeys*');
  await page.getByText('Du bist angemeldet').waitFor();
  expect(await page.locator('main').innerText()).toMatch(/Zuletzt benutzt am/);

  await go('/konto/passkeys');
  await page.getByRole('button', { name: 'Passkey entfernen' }).click();
  await page.getByText('Der Passkey ist entfernt').waitFor();
  await signOut(page);
  await go('/anmelden');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.getByText('Diesen Passkey kennen wir nicht mehr').waitFor();
  expect(visitor.foreign).toEqual([]);
  // The refusal of the removed key is an answer of ours, which the console notes.
  expect(visitor.complaints.filter((each) => !each.includes('422'))).toEqual([]);
  await visitor.context.close();
});

test('a device that has no key for this site says so on the page, and the passphrase goes on working', async () => {
  const { page, go, context } = await visit(browser, house, { lang: 'de', script: true });
  await giveDevice(page);
  await go('/anmelden');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.getByText('Das hat mit dem Passkey nicht geklappt').waitFor();
  await signInByPassphrase(page);
  await context.close();
});

test('without JavaScript there is no door that cannot be opened', async () => {
  const { page, go, context } = await visit(browser, house, { lang: 'ar', phone: true });
  await go('/anmelden');
  expect(await page.locator('passkey-door').isVisible()).toBe(false);
  await go('/wiederherstellen');
  await keep(page, 'recovery.ar');
  expect(await axe(browser, page)).toEqual([]);
  await page.locator('[name="alias"]').fill(ALIAS);
  await Promise.all([page.waitForURL('**/bitte*'), page.locator('form[action$="/bitte"] button').click()]);
  expect(await page.locator('main ol[lang="de"] li').count()).toBe(8);
  await keep(page, 'recovery-asked.ar');
  await context.close();
});

test('printed words are shown once and bring the account back', async () => {
  const { page, go, context } = await visit(browser, house, { lang: 'de', phone: true });
  await go('/anmelden');
  await signInByPassphrase(page);
  await go('/konto/wiederherstellung');
  await keep(page, 'recovery-account.de');
  expect(await axe(browser, page)).toEqual([]);
  await page.getByRole('button', { name: 'Wörter machen und anzeigen' }).click();
  await page.getByRole('heading', { name: 'Deine Wörter zum Ausdrucken' }).waitFor();
  const words = await page.locator('ol[lang="de"] li').allInnerTexts();
  expect(words).toHaveLength(8);
  await keep(page, 'recovery-words.de');
  await signOut(page);
  await go('/wiederherstellen/woerter');
  expect(await axe(browser, page)).toEqual([]);
  await page.locator('[name="alias"]').fill(ALIAS);
  await page.locator('[name="code"]').fill(words.join(' '));
  for (const name of ['passphrase', 'passphraseAgain'])
    await page.locator(`[name="${name}"]`).fill(`${PASSPHRASE} neu`);
  await page.getByRole('button', { name: 'Konto öffnen' }).click();
  await page.getByRole('heading', { name: 'Dein Konto gehört wieder dir' }).waitFor();
  await context.close();
});

test('the island is small', async () => {
  const { page, go, scripts, context } = await visit(browser, house, { lang: 'de', script: true });
  await go('/anmelden');
  const island = scripts.find((each) => each.includes('/passkey-')) ?? '';
  const source = await (await page.request.get(island)).body();
  expect(gzipSync(source).length).toBeLessThan(MOST_BYTES);
  await context.close();
});
