import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { addDays } from '../../src/plain/time.ts';
import { NAMES, opinion, THOUGHTS } from './crowd.ts';
import { closeHouse, startHouse, type House } from './house.ts';
import { sheets } from './look.ts';
import { inside, openPartnership, tokenOf, WERK } from './partnership.ts';
import { pressed } from './pen.ts';
import { keep } from './screens.ts';
import { PLAN, TODAY } from './steward.ts';

const PEOPLE = 20;
/** As long as a question, a statement and a parked topic may be, in the longest words that offices have. */
const WORD = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
const filled = (text: string, most: number) =>
  `${text} ${`Das regelt die ${WORD} der Stadt. `.repeat(4)}`.slice(0, most - 1).trimEnd() + '.';
const QUESTION = filled('Was brauchen wir?', 200);
const SAID = THOUGHTS.map(({ de }) => filled(de, 140));

let house: House;
let browser: Browser;
let path: string;
let door: string;

beforeAll(async () => {
  const { folder, home } = await openPartnership({ 'Birke Fuchs': WERK });
  await home.close();
  [browser, house] = await Promise.all([launchChromium(), startHouse(folder)]);
  path = await held();
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

async function send(to: string, form: Readonly<Record<string, string>>, cookie: string) {
  const answer = await fetch(new URL(to, house.origin), {
    method: 'POST',
    headers: { origin: house.origin, cookie },
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`${to}: ${answer.status}`);
  return answer.headers;
}

const read = async (from: string, cookie: string) =>
  (await fetch(new URL(from, house.origin), { headers: { cookie } })).text();

/** A conversation that is as long as it can be, with all its differences settled; where it stands. */
async function held(): Promise<string> {
  const bea = `session=${tokenOf('Birke Fuchs')}`;
  const topics = [1, 2, 3].flatMap((place) => [
    [`topic${place}.de`, filled(`Streit ${place}.`, 200)],
    [`topicDay${place}`, addDays(TODAY, 60)],
  ]);
  const plan = {
    ...PLAN,
    'question.de': QUESTION,
    ...Object.fromEntries(topics),
    seeds: SAID.join('\n'),
    steward: WERK,
    entry: 'link',
    isPublic: 'yes',
    opensOn: TODAY,
    endsOn: addDays(TODAY, 10),
  };
  const at = (await send('/gespraeche/neu', plan, bea)).get('location') ?? '';
  await send(`${at}/beginnen`, {}, bea);
  door = /\/g\/[\w-]{48}/.exec(await read(`${at}/blatt`, bea))?.[0] ?? '';
  for (let person = 0; person < PEOPLE; person += 1) await vote(person);
  await send(`${at}/stand`, {}, bea);
  const again = { kind: 'separating', goesOn: 'yes', lookAgainOn: addDays(TODAY, 90) };
  const asked = [...(await read(`${at}/ergebnis`, bea)).matchAll(/name="statement" value="([^"]+)"/g)];
  for (const statement of new Set(asked.map(([, id]) => id ?? '')))
    await send(`${at}/ergebnis`, { statement, ...again }, bea);
  return at;
}

async function vote(person: number): Promise<void> {
  const cookie = /\bg[0-9a-f]{8}=[^;]+/.exec((await send(door, {}, '')).get('set-cookie') ?? '')?.[0] ?? '';
  const asked = JSON.parse(await read(`${door}/aussagen.json`, cookie)) as { id: string; text: string }[];
  const answers = asked.map(({ id, text }) => ({
    statement: id,
    answer: NAMES[`${opinion(person, SAID.indexOf(text))}`],
  }));
  await Promise.all(answers.map((form) => send(`${door}/aussage`, form, cookie)));
}

test.each(['de', 'ar'])(
  'twelve of the longest statements, settled and with the map, take two pages of A4 (%s)',
  async (lang) => {
    const { page, go, context } = await inside(browser, house, 'Birke Fuchs', { lang });
    await go(`${path}/ergebnis`);
    await page.emulateMedia({ media: 'print' });
    const map = page.locator('main details:has(svg[role="img"])');
    await map.evaluate((fold) => fold.setAttribute('open', ''));
    await page.setViewportSize({ width: 688, height: 1032 });
    await keep(page, `result-print-longest-${lang}`);
    expect(await page.locator('main .beside > *').count()).toBeGreaterThanOrEqual(6);
    expect(await sheets(page)).toBe(2);
    // Another printer breaks its lines elsewhere.
    const spare = `document.body.appendChild(Object.assign(document.createElement('div'), { style: 'block-size: 6rem' }))`;
    await page.evaluate(spare);
    expect(await sheets(page)).toBe(2);
    await context.close();
  },
);

test('on the narrowest telephone the longest words break, and no page scrolls sideways', async () => {
  const { page, go, context } = await inside(browser, house, 'Birke Fuchs', { lang: 'de', phone: true });
  await page.setViewportSize({ width: 320, height: 600 });
  await go(door);
  await pressed(page, `main form[action="${door}"] button`);
  await pressed(page, '[name="answer"][value="agree"]');
  const own = ['', '/aussagen', '/blatt', '/ergebnis', '/protokoll'].map((end) => `${path}${end}`);
  const wide: string[] = [];
  for (const at of ['/gespraeche', ...own, door, ...['/aussage', '/stimmen', '/neu'].map((end) => `${door}${end}`)]) {
    await go(at);
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(at);
  }
  expect(wide).toEqual([]);
  await context.close();
});
