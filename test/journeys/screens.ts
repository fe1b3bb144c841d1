import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '..', '..', 'test-output', 'screens');

/** Keeps a picture of the whole page, or of what is seen of it first, to be looked at. */
export async function keep(page: Page, name: string, fullPage = true): Promise<void> {
  const rules = await page.evaluate(
    '[...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0)',
  );
  if (rules === 0) throw new Error(`${name} came without its style`);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
