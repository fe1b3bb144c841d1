import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { beginEmpty, fillIn, send } from './bring-in.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { keep } from './screens.ts';

let house: House;
let browser: Browser;
let operator: Visitor;
const folder = mkdtempSync(join(tmpdir(), 'geflecht-huge-'));
const huge = join(folder, 'riesig.csv');

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  operator = await beginEmpty(browser, house);
  writeFileSync(huge, 'Name;Ort\r\nVerein;Kassel\r\n');
  // One byte more than may be sent; the rest takes no room on the disk.
  truncateSync(huge, 200 * 1024 * 1024 + 1);
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each([
  ['an empty file', file('leer.csv', ''), 'Die Datei ist leer'],
  ['a picture that calls itself a list', file('bild.csv', PNG), 'Das ist ein Bild'],
  ['a file with nothing but headers', file('kopf.csv', 'Name;Ort\r\n'), 'nur Überschriften'],
  [
    'a web page that calls itself a list',
    file('seite.csv', '<!doctype html><html><body>x</body></html>'),
    'Das ist eine Internetseite',
  ],
  ['no file', null, 'Wähle eine Datei'],
])('%s comes back with 422, a sentence, and every word that was written', async (_name, sent, sentence) => {
  const { page } = operator;
  await fillIn(page, sent, 'Vereine in Kassel');
  const [answer] = await Promise.all([page.waitForResponse((each) => each.request().method() === 'POST'), send(page)]);
  await page.locator('.errors').waitFor();
  expect(answer.status()).toBe(422);
  expect(await page.locator('main').innerText()).toContain(sentence);
  expect(await page.locator('#field-file, [name="file"]').first().getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('[name="title"]').inputValue()).toBe('Vereine in Kassel');
  expect(await page.locator('[name="purpose"]').inputValue()).toBe('Wer was anbietet');
  expect(await page.locator('[name="licence"]').inputValue()).toBe('ccBy');
});

test('a form without its words is answered at each field, and the page is whole in German and Arabic', async () => {
  for (const lang of ['de', 'ar']) {
    const visitor = await visit(browser, house, { lang, phone: true, script: true });
    await visitor.context.addCookies(await operator.context.cookies());
    const { page } = visitor;
    await visitor.go('/listen/neu');
    await page.locator('main form').first().evaluate('(form) => { form.noValidate = true; }');
    await page.locator('main form button').first().click();
    const summary = page.locator('.errors');
    await summary.waitFor();
    await page.waitForFunction('document.activeElement?.matches(".errors")');
    expect(await summary.locator('a').count()).toBeGreaterThan(3);
    await keep(page, `trouble-form-${lang}-phone`);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([lang, wide]).toEqual([lang, 0]);
    expect(visitor.complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await visitor.context.close();
  }
});

test('a file that is too large is told before it is sent, and nothing is sent', async () => {
  const visitor = await visit(browser, house, { lang: 'de', script: true });
  await visitor.context.addCookies(await operator.context.cookies());
  const { page } = visitor;
  await visitor.go('/');
  await fillIn(page, huge, 'Zu groß');
  await page.getByText('Diese Datei ist zu groß').waitFor();
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
  await send(page);
  await keep(page, 'trouble-too-large-de-desk');
  expect(page.url()).toMatch(/\/listen\/neu/);
  expect(sent).toBe(0);
  await visitor.context.close();
});

test('without JavaScript the server refuses it with a sentence, and nothing is kept', async () => {
  const { page } = operator;
  await fillIn(page, huge, 'Zu groß');
  await send(page);
  await page.getByRole('heading', { name: 'Das ist zu groß' }).waitFor({ timeout: 60_000 });
  expect(await page.locator('main').innerText()).toMatch(/höchstens [\d,]+ MB/);
  expect(await axe(browser, page)).toEqual([]);
  await page.goto(`${house.origin}/listen`);
  expect(await page.locator('main').innerText()).not.toContain('Zu groß');
});

test('an address that leads nowhere is answered in the language of the reader', async () => {
  for (const [lang, title] of [
    ['de', 'Diese Seite gibt es nicht'],
    ['en', /not|no such/i],
    ['ar', /الصفحة/],
  ] as const) {
    const visitor = await visit(browser, house, { lang });
    for (const path of [
      '/nirgends',
      '/organisationen/00000000-0000-7000-8000-000000000000',
      '/listen/neu',
      '/importe/x',
    ]) {
      expect([path, await visitor.go(path)]).toEqual([path, 404]);
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await visitor.page.locator('h1').innerText()).toMatch(title);
    }
    await visitor.context.close();
  }
});

test('the link of the terminal says that it opens nothing more, and how to get a new one', async () => {
  const visitor = await visit(browser, house, { phone: true });
  const answer = await visitor.page.goto(house.entrance ?? '');
  expect(answer?.status()).toBe(404);
  expect(await visitor.page.locator('main').innerText()).toContain('Dieser Link öffnet nichts mehr');
  expect(await visitor.page.locator('main code').innerText()).toContain('entrance');
  await keep(visitor.page, 'trouble-spent-link-de-phone');
  expect(await axe(browser, visitor.page)).toEqual([]);
  await visitor.context.close();
});
