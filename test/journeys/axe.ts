import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Runs in the browser. */
const RUN = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html + ' ' + node.failureSummary)))`;

/** What axe finds wrong with a page, in words; empty is well. Rules up to WCAG 2.2 AA and best practice. */
export async function axe(browser: Browser, page: Page): Promise<string[]> {
  // The visitor may have JavaScript off: the same document is looked at in a page of its own.
  const context = await browser.newContext({
    viewport: page.viewportSize() ?? { width: 1280, height: 900 },
    bypassCSP: true,
    storageState: await page.context().storageState(),
    colorScheme:
      (await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")) === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  try {
    const same = await context.newPage();
    await same.goto(page.url());
    return await axeHere(same);
  } finally {
    await context.close();
  }
}

/** The same, in the page as it stands. It needs JavaScript. */
export async function axeHere(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(RUN);
  return Array.isArray(found) ? found.map(String) : ['axe did not run'];
}
