import type { Page } from 'playwright-core';
import type { Visitor } from './house.ts';

/** What somebody types into a new line of a section: by the name of the part, a text by part and language. */
export type Line = Readonly<Record<string, string>>;

/** Presses that send a form, and links that lead on, of everybody who is counted. */
export interface Count {
  forms: number;
  links: number;
  /** What was pressed, in words, to see where the work is. */
  readonly said: string[];
}

export function startCount(): Count {
  return { forms: 0, links: 0, said: [] };
}

/** Counts what a visitor sends and follows from now on. What a server redirects to is nobody's press. */
export function countInputs(page: Page, who: string, count: Count): void {
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.redirectedFrom() !== null) return;
    const path = new URL(request.url()).pathname
      .replaceAll(/[0-9a-f-]{36}/g, ':id')
      .replace(/(antwort|stimme)\/.{20,}$/, '$1/:link');
    if (request.method() === 'POST') count.forms += 1;
    else count.links += 1;
    count.said.push(`${who} ${request.method()} ${path}`);
  });
}

/** Presses a button and waits for the page that comes of it. */
export async function pressed(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
}

/** Follows a link of the page. */
export async function follow(page: Page, href: string | RegExp): Promise<void> {
  const links = page.locator('main a[href]');
  for (const link of await links.all()) {
    const at = (await link.getAttribute('href')) ?? '';
    if (typeof href === 'string' ? at === href : href.test(at)) {
      if (!(await link.isVisible())) continue;
      await Promise.all([page.waitForEvent('load'), link.click()]);
      return;
    }
  }
  throw new Error(`${page.url()} has no link to ${String(href)}`);
}

/** Saves a section of the draft. */
export function saveSection(page: Page): Promise<void> {
  return pressed(page, 'main form[action*="/entwurf/"] #more button:not([name])');
}

export function saveAndOn(page: Page): Promise<void> {
  return pressed(page, 'button[name="then"][value="next"]');
}

/** Ticks ready words and takes them. */
export async function takeReady(page: Page, ...keys: readonly string[]): Promise<void> {
  const folded = page.locator('details:not([open]):has([name="pick"]) > summary');
  if ((await folded.count()) > 0) await folded.click();
  for (const key of keys) await page.locator(`[name="pick"][value="${key}"]`).check();
  await pressed(page, 'button[name="then"][value="pick"]');
}

/** Hands the draft of an agreement over, on the page that leads from any of its sections. */
export async function handOver({ page }: Visitor, path: string): Promise<void> {
  await follow(page, `${path}/entwurf`);
  await pressed(page, `main form[action="${path}/entwurf"] button`);
}

/** Accepts everything that waits for an answer. */
export async function acceptAll({ page, go }: Visitor, path: string): Promise<void> {
  await go(`${path}/vorschlaege`);
  // What is folded nobody accepts unseen.
  if ((await page.locator('button[name="rest"]').count()) === 0) await follow(page, /[?]offen=alle$/);
  await pressed(page, 'button[name="rest"]');
}

/** Ticks everything that is asked, and says yes to it. */
export async function sayYes(page: Page): Promise<void> {
  for (const box of await page.locator('[name="hash"]').all()) await box.check();
  await pressed(page, 'main form[action$="/zustimmung"] button');
}

/** Writes into the first lines of a kind that are still empty. */
export async function writeLines(page: Page, kind: string, lines: readonly Line[]): Promise<void> {
  await openAll(page);
  const empty = await emptyLines(page, kind);
  for (const [at, line] of lines.entries()) {
    const id = empty[at];
    if (id === undefined) throw new Error(`no line for ${kind} ${at + 1} on ${page.url()}`);
    await writeLine(page, id, line);
  }
}

/** Writes into the line that has this text in it already. */
export async function changeLine(page: Page, text: string, line: Line): Promise<void> {
  await openAll(page);
  for (const id of await page.locator('input[name="row"]').evaluateAll(valuesOf)) {
    const texts = await page.locator(`textarea[name^="${id}."]`).evaluateAll(valuesOf);
    if (texts.some((one) => one.includes(text))) return writeLine(page, id, line);
  }
  throw new Error(`no line says ${text}`);
}

async function writeLine(page: Page, id: string, line: Line): Promise<void> {
  for (const [part, value] of Object.entries(line)) {
    const input = page.locator(`[name="${id}${part.startsWith('-') ? part : `.${part}`}"]`);
    const tag = await input.first().evaluate((element) => element.tagName);
    if (tag === 'SELECT') await input.selectOption(value.startsWith('=') ? { label: value.slice(1) } : value);
    else if ((await input.first().getAttribute('type')) === 'checkbox') await input.setChecked(value !== '');
    else await input.fill(value);
  }
}

async function emptyLines(page: Page, kind: string): Promise<readonly string[]> {
  const ids = await page.locator('input[name="row"]').evaluateAll(valuesOf);
  const found: string[] = [];
  for (const id of ids) {
    if ((await page.locator(`input[name="${id}-kind"]`).inputValue()) !== kind) continue;
    const inputs = page.locator(`textarea[name^="${id}."], input[name^="${id}."]:not([type="checkbox"])`);
    if ((await inputs.evaluateAll(valuesOf)).every((value) => value === '')) found.push(id);
  }
  return found;
}

/** Opens what is folded, as somebody does who wants to write there. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
}

function valuesOf(elements: readonly unknown[]): string[] {
  return elements.map((element) => (element as { readonly value: string }).value);
}
