import type { Browser, Page } from 'playwright-core';
import type { Sent } from './files.ts';
import { enter, visit, type House, type Visitor } from './house.ts';

const DESCRIPTION = {
  publisher: 'Stadt Kassel',
  purpose: 'Wer was anbietet',
  role: 'Integrationsbeauftragte',
  takedownContact: 'integration@kassel.example',
};

/** Enters a house where nothing has begun, and begins with an empty register. */
export async function beginEmpty(browser: Browser, house: House): Promise<Visitor> {
  const operator = await visit(browser, house);
  await enter(operator.page, house);
  await operator.page.locator('input[name="site"]').fill('Stadt Kassel');
  await operator.page.getByRole('button', { name: 'Leer beginnen' }).click();
  await operator.page.getByText('Es kann losgehen').waitFor();
  return operator;
}

/** Step 1: the file (or its path), and a new list with everything that is said about it. */
export async function fillIn(page: Page, file: Sent | string | null, title: string): Promise<void> {
  await page.goto(new URL('/listen/neu', page.url()).href);
  if (file !== null) await page.locator('input[type="file"]').setInputFiles(file);
  await page.locator('input[name="title"]').fill(title);
  for (const [name, text] of Object.entries(DESCRIPTION)) await page.locator(`[name="${name}"]`).fill(text);
  await page.locator('select[name="licence"]').selectOption('ccBy');
  await page.locator('select[name="rhythm"]').selectOption('yearly');
}

/** Step 1 to the columns. A known list is chosen by its title. */
export async function bringIn(page: Page, file: Sent, title: string, known = false): Promise<void> {
  if (known) {
    await page.goto(new URL('/listen/neu', page.url()).href);
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('select[name="list"]').selectOption({ label: title });
  } else await fillIn(page, file, title);
  await send(page);
  await page.waitForURL(/\/spalten$/);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Weiter zu den Spalten' }).click();
}

/** Which field each column was guessed to be, by its header. */
export async function guessed(page: Page): Promise<Record<string, string>> {
  const columns: Record<string, string> = {};
  for (const each of await page.locator('.column-choice').all()) {
    const select = each.locator('select');
    const label = (await each.locator('label').first().innerText()).replace(/\s*\(.*$/s, '').trim();
    columns[label] = await select.inputValue();
  }
  return columns;
}

/** Step 2 to 3; answers the words of the preview. */
export async function compare(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Vergleichen', exact: true }).click();
  await page.getByRole('heading', { name: 'Was würde sich ändern?' }).waitFor({ timeout: 60_000 });
  return page.locator('main').innerText();
}

/** Step 4; answers what the page says at its end. */
export async function take(page: Page, button = 'Jetzt übernehmen'): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: 'Die Liste ist übernommen' }).waitFor({ timeout: 60_000 });
  return page.locator('main').innerText();
}
