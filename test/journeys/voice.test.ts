import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { bringIn, compare, take } from './bring-in.ts';
import { clubs } from './files.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { press, settleWithVoice, tabTo } from './people.ts';

const OWN_PHONE = '0561 777000';
const SEEN = 'Logo: ein weißes Feld auf grünem Grund';

let house: House;
let browser: Browser;
let eyes: Eyes;
let operator: Visitor;
let coordination: Visitor;
let voice: Visitor;
let path: string;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  eyes = await openEyes(browser);
  ({ operator, coordination, path, holder: voice } = await settleWithVoice(browser, house));
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

async function told(visitor: Visitor, at = path): Promise<string> {
  expect(await visitor.go(at)).toBe(200);
  return visitor.page.locator('main').innerText();
}

test('what an organisation says about itself stands before the list', async () => {
  await voice.go(`${path}/bearbeiten/kontakt`);
  await eyes.look(voice, 'speak-reach');
  await voice.page.locator('[name="f.phone"]').fill(OWN_PHONE);
  await press(voice.page, '/bearbeiten/kontakt');
  expect(await told(voice)).toContain('777000');
  await eyes.look(voice, 'organisation-own');
  await eyes.look(voice, 'speak-inside', `${path}/bearbeiten/intern`);
});

test('the list comes again with another number: the own word stays, and the coordination reads what others say', async () => {
  await bringIn(operator.page, clubs(true), 'Vereine in Kassel', true);
  await compare(operator.page);
  await take(operator.page);
  const stranger = await visit(browser, house, { lang: 'de', phone: true });
  const seen = (await told(stranger)).replaceAll(' ', '');
  expect(seen).toContain('777000');
  expect(seen.indexOf('777000')).toBeLessThan(`${seen}999999`.indexOf('999999'));
  await stranger.context.close();
  expect(await told(coordination, `${path}/hinweis/kontakt`)).toMatch(/999\s?999/);
  await eyes.look(coordination, 'hint-reach');
  await eyes.look(coordination, 'organisation-keeper', path);
});

test('a wider and a narrower circle of readers is looked at as strangers see it', async () => {
  await voice.go(`${path}/bearbeiten/wo`);
  await eyes.look(voice, 'speak-where');
  await voice.page.locator('[name="f.street"]').fill('Gärtnerweg 8');
  await voice.page.locator('[name="s.street"]').selectOption('public');
  await press(voice.page, '/bearbeiten/wo');
  expect(await told(voice, `${path}/wie-fremde`)).toContain('Gärtnerweg 8');
  await eyes.look(voice, 'as-strangers');
  await voice.go(`${path}/bearbeiten/wo`);
  await voice.page.locator('[name="s.street"]').selectOption('own');
  await press(voice.page, '/bearbeiten/wo');
  expect(await told(voice, `${path}/wie-fremde`)).not.toContain('Gärtnerweg 8');
  expect(await told(voice)).toContain('Gärtnerweg 8');
});

test('a picture is brought on a telephone without JavaScript, looked at by its people, then shown to all', async () => {
  const { page } = voice;
  const logo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0b6' } })
    .composite([{ input: { create: { width: 300, height: 300, channels: 3, background: '#fff' } } }])
    .jpeg()
    .withExif({ IFD0: { ImageDescription: 'Hinterhof' } })
    .toBuffer();
  await voice.go(`${path}/bild`);
  await eyes.look(voice, 'picture-bring');
  await page.locator('[name="alternative"]').fill(SEEN);
  await page
    .locator('[name="file"]')
    .setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
  await press(page, '/bild');
  expect(await page.locator('.errors').innerText()).toContain('kein SVG');
  // A browser writes down every refusal; this one was asked for.
  expect(voice.complaints.splice(0).join()).toMatch(/^[^,]*422[^,]*$/);
  expect(await page.locator('[name="alternative"]').inputValue()).toBe(SEEN);
  await page.locator('[name="file"]').setInputFiles({ name: '../../logo.jpg', mimeType: 'image/jpeg', buffer: logo });
  await press(page, '/bild');
  await eyes.look(voice, 'picture-show');
  const stranger = await visit(browser, house, { lang: 'de', phone: true });
  await stranger.go(path);
  expect(await stranger.page.locator('main img').count()).toBe(0);
  await page.locator('[name="scope"][value="public"]').check();
  await press(page, '/zeigen');
  await stranger.go(path);
  const shown = stranger.page.locator('main img');
  expect(await shown.getAttribute('alt')).toBe(SEEN);
  expect(await shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(900);
  await eyes.look(stranger, 'picture-shown');
  expect([...stranger.complaints, ...stranger.foreign]).toEqual([]);
  await stranger.context.close();
});

test('with the keyboard alone: sign in is done, what stands here is confirmed', async () => {
  await voice.go(`${path}/bearbeiten`);
  await tabTo(voice.page, 'form[action$="/stimmt-noch"] button');
  await Promise.all([voice.page.waitForEvent('load'), voice.page.keyboard.press('Enter')]);
  const stranger = await visit(browser, house, { lang: 'ar', phone: true });
  expect(await told(stranger)).toMatch(/المنظمة/);
  expect(voice.foreign).toEqual([]);
  expect(voice.complaints).toEqual([]);
  await stranger.context.close();
});
