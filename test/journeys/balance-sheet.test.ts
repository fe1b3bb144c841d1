import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { balanceDocument, FOUR_TEXTS, FOUR_TEXTS_OF_THREE } from '../balance-pages.ts';
import { launchChromium } from '../chromium.ts';
import { axeHere } from './axe.ts';
import { sheets } from './look.ts';
import { keep } from './screens.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const SHEETS = [
  ['two partners', FOUR_TEXTS],
  ['three partners', FOUR_TEXTS_OF_THREE],
] as const;

test.each(SHEETS.flatMap(([name, texts]) => ['de', 'ar', 'uk'].map((language) => [name, language, texts] as const)))(
  'the balance sheet of %s with four versions is one page of A4, %s',
  async (_name, language, texts) => {
    const page = await browser.newPage();
    await page.setContent(await balanceDocument(texts, language));
    await page.evaluate('document.fonts.ready');
    expect(await sheets(page)).toBe(1);
    await page.close();
  },
);

test.each(SHEETS)('the balance sheet of %s fits a phone, in both directions, without barriers', async (name, texts) => {
  for (const language of ['de', 'ar']) {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.setContent(await balanceDocument(texts, language));
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(320);
    expect(await axeHere(page)).toEqual([]);
    await keep(page, `balance-${name.replace(' ', '-')}-${language}-phone`);
    await page.close();
  }
});

test('in Arabic the first partner stands on the right, and its bars grow away from the middle', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.setContent(await balanceDocument(FOUR_TEXTS, 'ar'));
  const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
  const first = await boxOf('.mirrored td:nth-child(2) rect');
  const second = await boxOf('.mirrored td:nth-child(3) rect');
  const middle = (await boxOf('.mirrored td:nth-child(2)')).x;
  expect(first.x).toBeGreaterThan(middle);
  expect(first.x - middle).toBeLessThan(20);
  expect(second.x + second.width).toBeLessThanOrEqual(middle);
  expect(middle - second.x - second.width).toBeLessThan(20);
  await page.close();
});
