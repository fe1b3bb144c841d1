import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';

const STYLE = [
  'tokens.css',
  'base.css',
  'page.css',
  'parts.css',
  'lists.css',
  'agreements.css',
  'print.css',
  'print-result.css',
]
  .map((name) => readFileSync(new URL(`../../src/ui/css/${name}`, import.meta.url), 'utf8'))
  .join('\n');

/** In the browser: the headings and heads of tables that are not on the page of what they stand above. */
const ALONE = `(() => {
  const pageOf = (one) => ((one.getClientRects()[0]?.left ?? 0) > 590 ? 2 : 1);
  return [...document.querySelectorAll('section')].flatMap((section) => {
    const first = pageOf(section.querySelector('tbody th, li p'));
    return [...section.querySelectorAll('h2, caption, thead th:first-child')]
      .filter((head) => pageOf(head) !== first)
      .map((head) => head.textContent);
  });
})()`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Two pages beside each other, with an agreement that begins lower and lower on the first. */
function pagesFrom(above: number): string {
  const row = '<tr><th>Abende in den Räumen des Vereins</th><td>1.200 €</td></tr>';
  return `<style>${STYLE}</style>
<div style="columns: 2; column-fill: auto; height: 600px; width: 1200px"><div style="height: ${above}px"></div>
<div class="agreement">
<section class="part"><h2>Geld</h2><table class="table"><caption>Wohin es geht</caption>
<thead><tr><th>Wofür</th><th>Betrag</th></tr></thead><tbody>${row.repeat(4)}</tbody></table></section>
<section class="part"><h2>Ziele</h2><ol class="paragraphs"><li><div><p>Eins.</p></div></li><li><div><p>Zwei.</p></div></li></ol></section>
</div></div>`;
}

test('on paper no heading and no head of a table stands alone at the foot of a page', async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  const alone: string[] = [];
  for (let above = 104; above < 600; above += 16) {
    await page.setContent(pagesFrom(above));
    const found = await page.evaluate<string[]>(ALONE);
    alone.push(...found.map((head) => `${above}: ${head}`));
  }
  await page.close();
  expect(alone).toEqual([]);
});

/** In the browser: slips of which a part, if only an edge, lies on another page, or above the page: at the foot of the one before. */
const CUT = `(() => {
  const pages = document.querySelector('.pages').getBoundingClientRect();
  return [...document.querySelectorAll('.slips > li')].filter((one) => {
    const parts = [...one.getClientRects()];
    return parts.length > 1 || parts.some(({ top, bottom }) => top < pages.top || bottom > pages.bottom);
  }).length;
})()`;

test('a slip is whole on its page, and at the foot of the page before there is no edge of it', async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  const cut: number[] = [];
  for (let lines = 2; lines < 9; lines += 1) {
    const slip = `<li>${'<p>Adresse öffnen, Wörter eintippen.</p>'.repeat(lines)}</li>`;
    await page.setContent(`<style>${STYLE}</style>
<div class="pages" style="columns: 6; column-gap: 20px; column-fill: auto; height: 600px; width: 3580px"><ol class="slips">${slip.repeat(30)}</ol></div>`);
    cut.push(await page.evaluate<number>(CUT));
  }
  await page.close();
  expect(cut).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
