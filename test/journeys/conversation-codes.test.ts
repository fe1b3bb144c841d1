import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { closeHouse, startHouse, visit, type House } from './house.ts';
import { lookHere, openEyes, sheets, type Eyes } from './look.ts';
import { inside, openPartnership, WERK } from './partnership.ts';
import { pressed } from './pen.ts';
import { press } from './people.ts';
import { keep } from './screens.ts';
import { doorOn, PLAN, prepare } from './steward.ts';

const SLIPS = 46;

let house: House;
let browser: Browser;
let eyes: Eyes;

beforeAll(async () => {
  const { folder, home } = await openPartnership({ 'Birke Fuchs': WERK });
  await home.close();
  browser = await launchChromium();
  house = await startHouse(folder);
  eyes = await openEyes(browser);
});
afterAll(async () => {
  await eyes?.close();
  await browser?.close();
  await closeHouse(house);
});

test('a code on paper lets one person in, once', async () => {
  const bea = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  const own = await prepare(bea, 'codes');
  await bea.go(own);
  await press(bea.page, '/beginnen');
  // What is shown by one answer only cannot be looked at anywhere else.
  const printer = await inside(browser, house, 'Birke Fuchs', { lang: 'de', script: true });
  await printer.go(`${own}/blatt`);
  const way = await doorOn(printer.page);
  await printer.page.locator('[name="count"]').fill(String(SLIPS));
  await press(printer.page, '/blatt');
  const codes = await printer.page.locator('main .slips code[lang="de"]').allInnerTexts();
  expect(codes).toHaveLength(SLIPS);
  await lookHere(printer.page, 'codes-de-desk');
  await printer.page.emulateMedia({ media: 'print' });
  await printer.page.setViewportSize({ width: 670, height: 970 });
  await keep(printer.page, 'codes-print-de');
  expect(await sheets(printer.page)).toBeLessThanOrEqual(5);
  const slip = printer.page.locator('main .slips > li').first();
  const address = await slip.locator('code').first().innerText();
  expect(`http://${address}`).toBe(`${house.origin}/g`);
  for (const question of [PLAN['question.de'], PLAN['question.tr'], PLAN['question.ar']])
    expect(await slip.innerText()).toContain(question);
  const paper = await visit(browser, house, { lang: 'de', phone: true });
  await paper.go(way);
  await eyes.look(paper, 'door-code');
  await paper.go(new URL(`http://${address}`).pathname);
  await eyes.look(paper, 'paper');
  await paper.page.locator('[name="code"]').fill(`  ${(codes[0] ?? '').toUpperCase()} `);
  await pressed(paper.page, 'main form[action="/g"] button');
  await eyes.look(paper, 'door-code-typed');
  expect(await paper.page.locator('main').innerText()).toContain(PLAN['redLines.de']);
  await pressed(paper.page, `main form[action="${way}"] button`);
  expect(await paper.page.locator('[data-text]').count()).toBe(1);
  const second = await visit(browser, house, { lang: 'de', phone: true });
  await second.go(way);
  await second.page.locator('[name="code"]').fill(codes[0] ?? '');
  await pressed(second.page, `main form[action="${way}"] button`);
  expect(await second.page.locator('main').innerText()).toContain('jemand hat sie schon benutzt');
  for (const each of [printer, paper, second]) await each.context.close();
});
