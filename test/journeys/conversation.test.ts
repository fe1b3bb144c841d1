import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../src/engines/opinion/index.ts';
import { addDays } from '../../src/plain/time.ts';
import { launchChromium } from '../chromium.ts';
import { expectedResult, NAMES, thoughtOf, THOUGHTS, voteByForms, type Remembered } from './crowd.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, sheets, type Eyes } from './look.ts';
import { inside, openPartnership, RAD, WERK } from './partnership.ts';
import { follow, pressed } from './pen.ts';
import { press } from './people.ts';
import { answerBy, click, goBackToLast, goOffline, key, shown, swipe } from './phone.ts';
import { keep } from './screens.ts';
import { doorOn, PLAN, prepare, TODAY, translate } from './steward.ts';

const PEOPLE = 46;
let house: House;
let browser: Browser;
let eyes: Eyes;
/** Looks after the conversation, without JavaScript. */
let bea: Visitor;
let german: Visitor;
let turkish: Visitor;
let arab: Visitor;
let path: string;
let door: string;
const remembered: Remembered = new Map();

beforeAll(async () => {
  const { folder, home } = await openPartnership({ 'Birke Fuchs': WERK, 'Otter Linde': RAD });
  await home.close();
  browser = await launchChromium();
  house = await startHouse(folder);
  eyes = await openEyes(browser);
  bea = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  german = await visit(browser, house, { lang: 'de', script: true, phone: true });
  turkish = await visit(browser, house, { lang: 'tr', phone: true });
  arab = await visit(browser, house, { lang: 'ar', script: true, phone: true });
});
afterAll(async () => {
  await eyes?.close();
  await browser?.close();
  await closeHouse(house);
});

const main = (page: Page) => page.locator('main').innerText();

test('somebody prepares six statements in three languages, prints the link, and begins', async () => {
  path = await prepare(bea, 'link', () => eyes.look(bea, 'conversation-new'));
  await eyes.look(bea, 'conversation-prepared');
  await follow(bea.page, `${path}/aussagen`);
  await eyes.look(bea, 'conversation-translation', `${path}/uebersetzung/ar`);
  await translate(bea, path);
  await bea.go(`${path}/blatt`);
  door = await doorOn(bea.page);
  const stranger = await visit(browser, house, { lang: 'de' });
  expect([await stranger.go(door), await stranger.go(path)]).toEqual([404, 404]);
  await stranger.context.close();
  await bea.go(path);
  expect(await main(bea.page)).not.toContain('noch nicht übersetzt');
  await press(bea.page, '/beginnen');
  await eyes.look(bea, 'conversation-sheet', `${path}/blatt`);
});

async function join(visitor: Visitor): Promise<void> {
  expect(await visitor.go(door)).toBe(200);
  await pressed(visitor.page, `main form[action="${door}"] button`);
}

test('whoever has the link reads what it is about and what is never asked, and joins without an account', async () => {
  await turkish.go(door);
  expect(await main(turkish.page)).toContain(PLAN['redLines.tr']);
  await eyes.look(turkish, 'door');
  for (const visitor of [german, turkish, arab]) await join(visitor);
  await eyes.look(turkish, 'vote');
  await german.page.waitForLoadState('networkidle');
  const welcome = german.page.getByText('Schön, dass du dabei bist.');
  expect(await welcome.count()).toBe(1);
  await answerBy(german, 0, remembered, click);
  expect([await welcome.count(), await main(german.page)]).toEqual([0, expect.stringContaining('wischen')]);
  const cookies = (await german.context.cookies()).map(({ name }) => name);
  expect(cookies.filter((name) => !/^g[0-9a-f]{8}$/.test(name))).not.toContain('session');
});

async function say({ page, go }: Visitor, text: string): Promise<void> {
  await go(`${door}/neu`);
  await page.locator('[name="text"]').fill(text);
  await press(page, '/neu');
}

test('people write statements of their own; what says much the same is shown before', async () => {
  for (const [visitor, by] of [
    [german, 'de'],
    [turkish, 'tr'],
    [arab, 'ar'],
  ] as const)
    for (const thought of THOUGHTS.filter((each) => each.by === by)) await say(visitor, thought[by]);
  await say(turkish, 'Kirasız daha çok mekâna ihtiyacımız var, hemen.');
  expect(await turkish.page.locator('main .notice').innerText()).toContain(THOUGHTS[0]?.tr);
  await eyes.look(turkish, 'say', `${door}/neu`);
  expect(turkish.complaints.splice(0).join()).toMatch(/^[^,]*422[^,]*$/);
  await say(german, 'Nenn uns zuerst, auf wessen Seite du im Krieg stehst.');
});

test('each is let in or declined by a rule; the log tells which, without names', async () => {
  const { page } = bea;
  await bea.go(`${path}/aussagen`);
  await eyes.look(bea, 'conversation-waiting');
  const waiting = page.locator('.card:has(button[value="let-in"])');
  expect(await waiting.count()).toBe(7);
  const confession = page.locator('.card', { hasText: 'auf wessen Seite' });
  await confession.locator('summary', { hasText: 'Ablehnen' }).click();
  const decline = () => Promise.all([page.waitForEvent('load'), confession.locator('button[value="decline"]').click()]);
  await decline();
  expect(await confession.innerText()).toContain('Wähl die Regel');
  expect(bea.complaints.splice(0).join()).toMatch(/^[^,]*422[^,]*$/);
  await confession.getByText('verlangt ein Bekenntnis').click();
  await decline();
  for (const { by, ...texts } of THOUGHTS) {
    if (by === undefined) continue;
    const card = page.locator('.card', { hasText: texts[by] });
    await Promise.all([page.waitForEvent('load'), card.locator('button[value="let-in"]').click()]);
  }
  await translate(bea, path);
  await turkish.go(`${door}/protokoll`);
  expect(await main(turkish.page)).toContain('auf wessen Seite');
  await eyes.look(turkish, 'log');
});

test('on a telephone one answers by touch, swipe and key, goes back, and loses nothing without a network', async () => {
  const { page, context } = german;
  await german.go(`${door}/aussage`);
  await page.waitForLoadState('networkidle');
  await answerBy(german, 0, remembered, key);
  await answerBy(german, 0, remembered, swipe);
  const before = await shown(page);
  await answerBy(german, 0, remembered, swipe);
  await page.locator('[data-undo]').click();
  expect(await shown(page)).toBe(before);
  await answerBy(german, 0, remembered, click);
  await goOffline(german);
  while ((remembered.get(0)?.size ?? 0) < THOUGHTS.length) await answerBy(german, 0, remembered, click);
  expect(await page.locator('p[data-waiting]').innerText()).toContain('8');
  expect(await page.locator('[name="answer"]').first().isVisible()).toBe(false);
  await context.setOffline(false);
  await page.getByText('Du hast alle Aussagen gesehen').first().waitFor();
  await goBackToLast(page, remembered.get(0));
  expect(german.complaints.splice(0).filter((said) => !/ERR_INTERNET_DISCONNECTED/.test(said))).toEqual([]);
});

test('the same from right to left, and form by form without JavaScript', async () => {
  await arab.go(`${door}/aussage`);
  await arab.page.waitForLoadState('networkidle');
  while ((remembered.get(1)?.size ?? 0) < THOUGHTS.length) await answerBy(arab, 1, remembered, swipe);
  await arab.page.locator('swift-vote .notice').waitFor();
  await turkish.go(`${door}/aussage`);
  while ((await turkish.page.locator('[data-text]').count()) > 0)
    await answerBy(turkish, 2, remembered, async (page, answer) =>
      pressed(page, `[name="answer"][value="${NAMES[`${answer}`]}"]`),
    );
  expect(remembered.get(2)?.size).toBe(THOUGHTS.length);
});

/** What stands on one's own list, as this browser is told. */
async function ownVotes({ page, go }: Visitor): Promise<Map<number, string>> {
  await go(`${door}/stimmen`);
  const rows = await page.locator('main tbody tr').all();
  const said = await Promise.all(
    rows.map(async (row) => [thoughtOf(await row.innerText()), await row.locator('td').last().innerText()] as const),
  );
  return new Map(said);
}

const GERMAN = { '1': 'stimme zu', '-1': 'stimme nicht zu', '0': 'weiter' } as const;

test('nothing is lost; an answer is changed and another taken back', async () => {
  const { page } = german;
  const own = await ownVotes(german);
  const mine = remembered.get(0) ?? new Map<number, Answer>();
  for (const [thought, answer] of mine) expect([thought, own.get(thought)]).toEqual([thought, GERMAN[`${answer}`]]);
  expect(own.size).toBe(THOUGHTS.length);
  await eyes.look(german, 'votes');
  const change = async (thought: number, answer: string, told: string) => {
    await Promise.all([page.waitForEvent('load'), page.getByText(THOUGHTS[thought]?.de ?? '').click()]);
    await pressed(page, `[name="answer"][value="${answer}"]`);
    expect([new URL(page.url()).pathname, await page.getByText(told).count()]).toEqual([`${door}/stimmen`, 1]);
  };
  await change(3, 'none', 'Deine Antwort ist zurückgenommen.');
  mine.delete(3);
  await change(8, 'pass', 'Deine Antwort ist geändert.');
  mine.set(8, 0);
  expect(await ownVotes(german)).toEqual(
    new Map([...mine].map(([thought, answer]) => [thought, GERMAN[`${answer}`]] as const)),
  );
});

test('while seven have voted nothing is counted and nothing shown', async () => {
  for (let person = 3; person < 7; person += 1) remembered.set(person, await voteByForms(house, door, person));
  await bea.go(path);
  await press(bea.page, '/stand');
  expect(await main(bea.page)).toContain('erst ab 8 Menschen');
  expect(await turkish.go(`${door}/ergebnis`)).toBe(200);
  expect(await turkish.page.locator('main .card, main table, main ol').count()).toBe(0);
  await eyes.look(turkish, 'result-none', `${door}/ergebnis`);
});

const part = (page: Page, title: string) =>
  page.locator('main section', { has: page.getByRole('heading', { name: title, exact: true }) });
const thoughtsIn = async (page: Page, title: string, selector: string) =>
  (await part(page, title).locator(selector).allInnerTexts()).map(thoughtOf);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

test('with forty-six the page says what the engine says: first what is shared, then groups and how sure, then what parts', async () => {
  for (let person = 7; person < PEOPLE; person += 1) remembered.set(person, await voteByForms(house, door, person));
  await bea.go(path);
  await press(bea.page, '/stand');
  const notice = bea.page.getByText('Der Stand ist festgehalten.');
  for (const media of ['print', 'screen'] as const) {
    await bea.page.emulateMedia({ media });
    expect(await notice.isVisible()).toBe(media === 'screen');
  }
  const stranger = await visit(browser, house, { lang: 'de' });
  const { page } = stranger;
  await stranger.go(`${path}/ergebnis`);
  const { told, analysis } = expectedResult(remembered);
  const { tallies, groups } = analysis;
  expect((await page.locator('main h2').allInnerTexts()).slice(0, 3)).toEqual([
    'Das ist uns gemeinsam',
    'Meinungsgruppen?',
    'Darüber reden',
  ]);
  expect(await main(page)).toContain(`Menschen: ${PEOPLE}`);
  const common = [...told.consensus.agree, ...told.consensus.disagree].map(({ id }) => Number(id));
  expect(common.length).toBeGreaterThanOrEqual(3);
  expect(sorted(await thoughtsIn(page, 'Das ist uns gemeinsam', 'li'))).toEqual(sorted(common));
  expect(groups.k).toBe(2);
  expect(await part(page, 'Meinungsgruppen?').innerText()).toContain('zu erkennen sind: 2');
  const parting = told.divisive.map(({ id }) => Number(id));
  expect(sorted(await thoughtsIn(page, 'Darüber reden', '.card'))).toEqual(sorted(parting));
  for (const thought of parting) {
    const column = analysis.ballots.statements.indexOf(String(thought));
    const [agree, disagree] = [tallies.all.agrees[column] ?? 0, tallies.all.disagrees[column] ?? 0];
    const pass = (tallies.all.answered[column] ?? 0) - agree - disagree;
    expect(await page.locator('main .card', { hasText: THOUGHTS[thought]?.de ?? '' }).innerText()).toContain(
      `dafür ${agree}, dagegen ${disagree}, offen ${pass}`,
    );
  }
  expect([...stranger.foreign, ...stranger.complaints]).toEqual([]);
  await stranger.context.close();
});

test('a difference gets its kind and its day; whoever took part sees it, and where they stand, in their own language', async () => {
  await bea.go(`${path}/ergebnis`);
  const card = bea.page.locator('main .card', { hasText: THOUGHTS[3]?.de ?? '' });
  await card.locator('summary').click();
  await card.locator('[name="kind"][value="bearable"]').check();
  await card.locator('[name="goesOn"]').check();
  await card.locator('[name="lookAgainOn"]').fill(addDays(TODAY, 90));
  await Promise.all([bea.page.waitForEvent('load'), card.locator('form button').click()]);
  expect(await card.innerText()).toContain('Wir sind verschiedener Meinung und gehen weiter.');
  await eyes.look(bea, 'result-steward', `${path}/ergebnis`);
  await eyes.look(arab, 'result', `${door}/ergebnis`);
  await arab.go(`${door}/ergebnis`);
  expect(await main(arab.page)).toContain(THOUGHTS[0]?.ar);
  await arab.page.locator('main details:has(svg)').locator('summary').click();
  expect(await arab.page.locator('main details svg text').count()).toBe(3);
  expect(await arab.page.evaluate("getComputedStyle(document.querySelector('details svg')).transform")).toBe('none');
  await keep(arab.page, 'result-map-ar-phone');
  await eyes.look(bea, 'conversation', path);
  await eyes.look(bea, 'conversations', '/gespraeche');
});

test('the result is printed on two pages of A4, from both directions of writing; an opened map is printed with it', async () => {
  for (const lang of ['de', 'ar']) {
    const reader = await inside(browser, house, 'Birke Fuchs', { lang });
    await reader.go(`${path}/ergebnis`);
    await reader.page.emulateMedia({ media: 'print' });
    await reader.page.setViewportSize({ width: 670, height: 970 });
    await keep(reader.page, `result-print-${lang}`);
    expect([lang, await sheets(reader.page)]).toEqual([lang, 2]);
    const map = reader.page.locator('main details:has(svg[role="img"])');
    expect(await map.isVisible()).toBe(false);
    await map.evaluate((fold) => fold.setAttribute('open', ''));
    await map.waitFor();
    expect([lang, await sheets(reader.page)]).toEqual([lang, 2]);
    await reader.context.close();
  }
});

test('open data hold statements and numbers, and nothing of a person', async () => {
  const get = async (form: string) => (await fetch(`${house.origin}${path}/ergebnis.${form}`)).text();
  const [csv, json] = [await get('csv'), await get('json')];
  expect(csv.trim().split('\r\n')).toHaveLength(1 + THOUGHTS.length);
  const whole: { readonly participants: number; readonly statements: readonly object[] } = JSON.parse(json);
  expect([whole.participants, whole.statements.length]).toEqual([PEOPLE, THOUGHTS.length]);
  for (const visitor of [german, turkish, arab])
    for (const { name, value } of await visitor.context.cookies())
      if (name.startsWith('g')) expect([csv, json].some((file) => file.includes(value))).toBe(false);
  expect(Object.keys(whole).toSorted()).not.toContain('people');
});
