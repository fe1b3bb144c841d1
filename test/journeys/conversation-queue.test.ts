import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { inside, openPartnership, WERK } from './partnership.ts';
import { pressed } from './pen.ts';
import { press } from './people.ts';
import { doorOn, prepare, SEEDS } from './steward.ts';

let house: House;
let browser: Browser;
let bea: Visitor;
let path: string;
let door: string;
let person: Visitor;

/** Longer than it takes until what could not be sent is tried again. */
const PATIENT = { timeout: 30_000 };

beforeAll(async () => {
  const { folder, home } = await openPartnership({ 'Birke Fuchs': WERK });
  await home.close();
  browser = await launchChromium();
  house = await startHouse(folder);
  bea = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  path = await prepare(bea, 'link');
  await press(bea.page, '/beginnen');
  await bea.go(`${path}/blatt`);
  door = await doorOn(bea.page);
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});
beforeEach(async () => {
  person = await visit(browser, house, { lang: 'de', script: true, phone: true });
  await person.go(door);
  await pressed(person.page, `main form[action="${door}"] button`);
  await person.page.waitForLoadState('networkidle');
});
afterEach(() => person.context.close());

const text = async (page: Page) => (await page.locator('[data-text]').textContent()) ?? '';
const say = (page: Page, answer: string) => page.locator(`[name="answer"][value="${answer}"]`).click();
/** Says it, and waits until the next statement stands there. */
const sayOn = async (page: Page, answer: string) => {
  const before = await text(page);
  await say(page, answer);
  await expect.poll(() => text(page).catch(() => before), PATIENT).not.toBe(before);
  return before;
};
const queued = (page: Page): Promise<unknown> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '[]'), `votes ${door}/aussage`);
const queue = (page: Page, votes: string) =>
  page.evaluate(([key = '', value = '']) => localStorage.setItem(key, value), [`votes ${door}/aussage`, votes]);
const statement = (page: Page) => page.locator('[name="statement"]').inputValue();

/** What the server has, as the page of one's own votes tells it. */
async function kept(): Promise<ReadonlyMap<string, string>> {
  const other = await person.context.newPage();
  await other.goto(`${house.origin}${door}/stimmen?lang=de`);
  const rows = await other.locator('main tbody tr').all();
  const told = await Promise.all(
    rows.map(async (row) => [await row.locator('a').innerText(), await row.locator('td').last().innerText()] as const),
  );
  await other.close();
  return new Map(told);
}
const keeps = (said: string, answer: string) => expect.poll(async () => (await kept()).get(said), PATIENT).toBe(answer);

test('what stands in the storage of the browser and is no list of answers keeps nobody from answering', async () => {
  const { page, go } = person;
  for (const broken of ['[{"statement":', '{"a":1}', 'null', '[1,null]']) {
    await queue(page, broken);
    await go(`${door}/aussage`);
    await page.waitForLoadState('networkidle');
    await keeps(await sayOn(page, 'agree'), 'stimme zu');
  }
  expect(person.complaints).toEqual([]);
});

test.each<[string, string]>([
  ['is full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
  [
    'is forbidden',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  ],
])('where the storage of the browser %s the form sends each answer', async (_, script) => {
  const { page, go, context } = person;
  await context.addInitScript(script);
  await go(`${door}/aussage`);
  await page.waitForLoadState('networkidle');
  await keeps(await sayOn(page, 'agree'), 'stimme zu');
  await page.waitForLoadState('networkidle');
  await keeps(await sayOn(page, 'disagree'), 'stimme nicht zu');
  expect(person.complaints).toEqual([]);
});

test('an older answer that still waits does not come after a newer one that the form has sent', async () => {
  const { page, go } = person;
  await page.route('**/aussagen.json', (route) => route.abort());
  await page.route(`**${door}/aussage`, (route, request) =>
    request.isNavigationRequest() ? route.continue() : route.abort(),
  );
  await queue(page, JSON.stringify([{ statement: await statement(page), answer: 'agree' }]));
  await go(`${door}/aussage`);
  const said = await text(page);
  await Promise.all([page.waitForEvent('load'), say(page, 'disagree')]);
  expect(await queued(page)).toEqual([]);
  await page.unrouteAll();
  await go(`${door}/aussage`);
  await page.waitForLoadState('networkidle');
  await keeps(said, 'stimme nicht zu');
});

test('a change that waits is sent also when all are answered', async () => {
  const { page, go } = person;
  const first = { id: await statement(page), said: await text(page) };
  for (let count = 1; count < SEEDS.length; count += 1) await sayOn(page, 'agree');
  await say(page, 'agree');
  await page.getByText('Du hast alle Aussagen gesehen').first().waitFor();
  await queue(page, JSON.stringify([{ statement: first.id, answer: 'disagree' }]));
  await go(`${door}/aussage`);
  await keeps(first.said, 'stimme nicht zu');
  await expect.poll(() => queued(page), PATIENT).toEqual([]);
});

test('whoever is not in any more is told, and what waits comes along when they join again', async () => {
  const { page, context } = person;
  await context.clearCookies();
  const said = await text(page);
  await Promise.all([page.waitForURL(`${house.origin}${door}`), say(page, 'agree')]);
  expect(await queued(page)).toHaveLength(1);
  await pressed(page, `main form[action="${door}"] button`);
  await keeps(said, 'stimme zu');
  await expect.poll(() => queued(page), PATIENT).toEqual([]);
});

test('what was declined meanwhile is let go; all others come through', async () => {
  const { page, context } = person;
  await context.setOffline(true);
  const declined = await sayOn(page, 'agree');
  const other = await sayOn(page, 'disagree');
  await bea.go(`${path}/aussagen`);
  const card = bea.page.locator('.card', { hasText: declined });
  await card.locator('summary', { hasText: 'Ablehnen' }).click();
  await card.locator('[name="reason"][value="double"]').check();
  await Promise.all([bea.page.waitForEvent('load'), card.locator('button[value="decline"]').click()]);
  await context.setOffline(false);
  await keeps(other, 'stimme nicht zu');
  await expect.poll(() => queued(page), PATIENT).toEqual([]);
  expect((await kept()).has(declined)).toBe(false);
});

test('of two tabs one sends at a time, so that the newer answer counts', async () => {
  const { page, context } = person;
  const said = await text(page);
  const id = await statement(page);
  const second = await context.newPage();
  await second.goto(`${house.origin}${door}/aussage?lang=de`);
  await second.waitForLoadState('networkidle');
  const { promise: isLate, resolve: goOn } = Promise.withResolvers<void>();
  await page.route(`**${door}/aussage`, async (route) => {
    await isLate;
    await route.continue();
  });
  await say(page, 'agree');
  await expect.poll(() => queued(page), PATIENT).toEqual([{ statement: id, answer: 'agree' }]);
  expect(await text(second)).toBe(said);
  await say(second, 'disagree');
  await expect.poll(() => queued(second), PATIENT).toEqual([{ statement: id, answer: 'disagree' }]);
  goOn();
  await expect.poll(() => queued(second), PATIENT).toEqual([]);
  await keeps(said, 'stimme nicht zu');
});

test('when it has ended meanwhile the page says so and how many answers came too late, and nothing waits any more', async () => {
  const { page, context } = person;
  await context.setOffline(true);
  for (const answer of ['agree', 'disagree']) await sayOn(page, answer);
  await bea.go(path);
  await bea.page.locator('summary', { hasText: 'Jetzt beenden' }).click();
  await press(bea.page, '/beenden');
  await context.setOffline(false);
  await page.waitForURL((url) => url.pathname === door, PATIENT);
  const told = await page.locator('main').innerText();
  expect(told).toContain('Das Gespräch ist beendet.');
  expect(told).toContain('2 Antworten von dir kamen erst danach an und zählen nicht mehr.');
  expect(await queued(page)).toEqual([]);
});
