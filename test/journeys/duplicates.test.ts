import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { beginEmpty, bringIn, compare, take } from './bring-in.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { answerTo, overlapping, type Overlapping } from './overlapping.ts';

let house: House;
let browser: Browser;
let eyes: Eyes;
/** Without JavaScript. */
let operator: Visitor;
/** The same person with JavaScript. */
let typist: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  eyes = await openEyes(browser);
  operator = await beginEmpty(browser, house);
  typist = await visit(browser, house, { script: true });
  await typist.context.addCookies(await operator.context.cookies());
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

async function bring(list: Overlapping, known = false): Promise<void> {
  const { page } = operator;
  await bringIn(page, overlapping(list), list, known);
  await compare(page);
  await take(page, known ? 'Ohne Änderungen abschließen' : 'Jetzt übernehmen');
}

/** How many questions the page says are open. */
async function countOpen({ page }: Visitor): Promise<number> {
  await page.goto(`${house.origin}/dasselbe`);
  const text = await page.locator('main').innerText();
  const count = /(keine|Eine|\d+) Fragen?(?: ist| sind)? offen/.exec(text)?.[1];
  if (count === undefined) throw new Error(`of questions nothing is said:\n${text}`);
  return count === 'keine' ? 0 : count === 'Eine' ? 1 : Number(count);
}

/** The register is gone through soon after a list was taken over. */
async function waitForQuestions(visitor: Visitor, least: number): Promise<number> {
  await expect.poll(() => countOpen(visitor), { timeout: 30_000, interval: 300 }).toBeGreaterThanOrEqual(least);
  return countOpen(visitor);
}

interface Asked {
  readonly names: readonly [string, string];
  readonly paths: readonly [string, string];
}

/** What the page asks about; null where nothing is open. */
async function asked(page: Page): Promise<Asked | null> {
  const links = page.locator('section.card h2 a');
  const [one, other] = await links.all();
  if (one === undefined || other === undefined) return null;
  return {
    names: [await one.innerText(), await other.innerText()],
    paths: [(await one.getAttribute('href')) ?? '', (await other.getAttribute('href')) ?? ''],
  };
}

/** The answers under one key: two, where it is to be said which belongs to which. */
const buttonsUnder = (page: Page, key: number) =>
  page.locator('same-keys button').filter({ has: page.locator('kbd', { hasText: String(key) }) });

const THE_PART = /Schuldnerberatung.* gehört zu Sozialwerk/s;

/** The button of the right answer; of the two ways round the one that holds. */
function buttonOf(page: Page, { names }: Asked) {
  const buttons = buttonsUnder(page, answerTo(names));
  return answerTo(names) === 2 ? buttons.filter({ hasText: THE_PART }) : buttons;
}

/** The same by the keyboard: which belongs to which is looked at before it is sent. */
async function pressKeys(page: Page, { names }: Asked): Promise<void> {
  const key = String(answerTo(names));
  await page.keyboard.press(key);
  if (key !== '2') return;
  const held = String(await page.evaluate('document.activeElement.innerText'));
  if (!THE_PART.test(held)) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

const statusOf = async (path: string) => {
  const answer = await operator.page.request.get(`${house.origin}${path}`, { maxRedirects: 0 });
  return { status: answer.status(), location: answer.headers()['location'] ?? null };
};

test('three overlapping lists leave a handful of questions, told with evidence, whole on every screen', async () => {
  for (const list of ['Vereinsverzeichnis', 'Migrantenorganisationen', 'Stadtportal'] as const) await bring(list);
  const open = await waitForQuestions(operator, 6);
  expect(open).toBeLessThanOrEqual(14);
  expect(await operator.page.locator('main').innerText()).toMatch(/Gleiche (Telefonnummer|Mailadresse)/);
  await eyes.look(operator, 'same-1-question');
  // On a phone nobody scrolls to the first answer.
  const { page } = operator;
  await page.setViewportSize({ width: 360, height: 740 });
  const answer = await buttonsUnder(page, 1).boundingBox();
  expect((answer?.y ?? 1_000) + (answer?.height ?? 0)).toBeLessThan(740);
  // Whoever wants to see both entries first is led there and back.
  const inSight = async (what: ReturnType<typeof page.locator>) => {
    const { y } = (await what.boundingBox()) ?? { y: -1 };
    return y >= 0 && y < 740;
  };
  const card = page.locator('section.card').first();
  expect(await inSight(card)).toBe(false);
  await page.getByRole('link', { name: 'Erst beide Einträge ansehen' }).click();
  await expect.poll(() => inSight(card)).toBe(true);
  await page.getByRole('link', { name: 'Zur Antwort' }).click();
  await expect.poll(() => inSight(buttonsUnder(page, 1))).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('answered by the keys one after the other: the surest first, each with the way back; an old address leads on', async () => {
  const { page } = typist;
  await countOpen(typist);
  const first = await asked(page);
  if (first === null) throw new Error('nothing is asked');
  expect(answerTo(first.names)).toBe(1);
  // Which belongs to which is never guessed: the key goes from one way round to the other and answers nothing.
  const focused = async () => page.evaluate('document.activeElement.textContent');
  const ways = await buttonsUnder(page, 2).allTextContents();
  for (const way of [0, 1, 0]) {
    await page.keyboard.press('2');
    expect(await focused()).toBe(ways[way]);
  }
  await Promise.all([page.waitForURL(/zuletzt=/), page.keyboard.press('1')]);
  expect(await page.locator('main').innerText()).toContain('Rückgängig');
  await eyes.look(typist, 'same-2-next');
  const ends = await Promise.all(first.paths.map(statusOf));
  expect(ends.map(({ status }) => String(status)).toSorted()).toEqual(['200', '301']);
  const stays = first.paths[ends.findIndex(({ status }) => status === 200)];
  expect(ends.find(({ status }) => status === 301)?.location).toBe(stays);

  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByText('Zurückgenommen').waitFor();
  expect((await Promise.all(first.paths.map(statusOf))).map(({ status }) => status)).toEqual([200, 200]);
  expect((await asked(page))?.names).toEqual(first.names);

  for (let left = 3; left > 0; left -= 1) {
    const next = await asked(page);
    if (next === null) throw new Error('too little is asked');
    const before = page.url();
    await Promise.all([
      page.waitForURL((url) => url.href !== before && url.search.includes('zuletzt=')),
      pressKeys(page, next),
    ]);
  }
  expect(typist.complaints).toEqual([]);
});

test('by forms alone the rest is answered, in all five ways, and nothing is asked any more', async () => {
  const { page } = operator;
  await countOpen(operator);
  for (let next = await asked(page); next !== null; next = await asked(page)) {
    const before = page.url();
    await Promise.all([page.waitForURL((url) => url.href !== before), buttonOf(page, next).click()]);
  }
  expect(await countOpen(operator)).toBe(0);
  await page.goto(`${house.origin}/dasselbe/urteile`);
  const judged = await page.locator('main').innerText();
  for (const outcome of ['dasselbe', 'gehört zu', 'gleiches Haus', 'verschieden', 'weiß nicht'])
    expect(judged).toContain(outcome);
  expect(judged).toMatch(THE_PART);
  await eyes.look(operator, 'same-3-judgements');
});

test('the same lists again and a new one: nothing is asked twice, only what the new one brings', async () => {
  for (const list of ['Vereinsverzeichnis', 'Migrantenorganisationen', 'Stadtportal'] as const) await bring(list, true);
  await bring('Nachzügler');
  expect(await waitForQuestions(operator, 1)).toBe(1);
  const next = await asked(operator.page);
  expect(next?.names.map((name) => name.replace(/ß.*$|ss.*$/, ''))).toEqual([
    'Fahrradwerkstatt Kompa',
    'Fahrradwerkstatt Kompa',
  ]);
});
