import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '..', '..', 'test-output', 'screens');

/** Pictures are there to be looked at, and take a quarter of a journey's time: only for whoever asks for them. */
const areKept = process.env['GEFLECHT_TEST_SCREENS'] === '1';

/** Keeps a picture of the whole page, or of what is seen of it first. */
export async function keep(page: Page, name: string, fullPage = true): Promise<void> {
  const rules = await page.evaluate(
    '[...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0)',
  );
  if (rules === 0) throw new Error(`${name} came without its style`);
  if (!areKept) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
