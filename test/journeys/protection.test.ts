import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../src/plain/time.ts';
import { launchChromium } from '../chromium.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { accept, inviteAt, press, settleWithVoice, tabTo } from './people.ts';

/** What leads to a door or to a person of this one organisation. */
const SECRETS = ['Gärtnerweg', '34121', '654321', 'post@suedstadt', 'Ilse Quitte'];

/** The same, as far as no public word holds it too. */
const FINDS = ['Gärtnerweg', '34121', '654321', 'Quitte'];

let house: House;
let browser: Browser;
let eyes: Eyes;
let operator: Visitor;
let coordination: Visitor;
let holder: Visitor;
let deputy: Visitor;
let path: string;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  eyes = await openEyes(browser);
  ({ operator, coordination, path, holder } = await settleWithVoice(browser, house));
  const second = await inviteAt(holder.page, `${path}/rollen`);
  deputy = await accept(browser, house, { link: second.link, alias: 'Ginster Meise', lang: 'ar', phone: true });
  await holder.go(`${path}/bearbeiten/wo`);
  await holder.page.locator('[name="f.street"]').fill('Gärtnerweg 8');
  await holder.page.locator('[name="s.street"]').selectOption('public');
  await press(holder.page, '/bearbeiten/wo');
  await holder.go(`${path}/bearbeiten/kontakt`);
  await holder.page.locator('[name="f.contactFunction"]').fill('Ilse Quitte, Vorstand');
  await press(holder.page, '/bearbeiten/kontakt');
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

/** Whether the finder leads from a secret to the organisation. */
async function isFoundBy(secret: string): Promise<boolean> {
  const stranger = await visit(browser, house);
  const finder = await stranger.page.request.get(`${house.origin}/finden?q=${encodeURIComponent(secret)}`);
  const text = await finder.text();
  await stranger.context.close();
  return text.includes(path);
}

/** Every public place that could name the organisation, as somebody reads it who has never been here. */
async function publicPlaces(): Promise<string> {
  const { origin } = house;
  const stranger = await visit(browser, house);
  const today = dayOf(new Date());
  const texts: string[] = [];
  for (const at of [
    '/',
    '/finden',
    '/finden?q=S%C3%BCdstadt',
    '/finden.atom',
    '/finden.json',
    path,
    `${path}?lang=ar`,
    `${path}?stand=${today}`,
    `${path}.json`,
    `${path}.json?stand=${today}`,
    '/netzwerke',
    '/listen',
  ]) {
    const answer = await stranger.page.request.get(`${origin}${at}`);
    expect([at, answer.status()]).toEqual([at, 200]);
    texts.push(await answer.text());
  }
  await stranger.context.close();
  return texts.join('\n');
}

const leaks = async () => {
  const texts = await publicPlaces();
  return SECRETS.filter((secret) => texts.includes(secret));
};

test('before, strangers read street, place, telephone, mailbox and the contact', async () => {
  expect(await leaks()).toEqual(SECRETS);
  expect(await isFoundBy('34121')).toBe(true);
});

test('in the evening one button hides all that leads to a door, with the keyboard alone', async () => {
  await holder.go('/konto');
  await eyes.look(holder, 'account-with-role');
  await holder.page.locator('main a[href$="/schutz"]').first().click();
  await holder.page.waitForURL('**/schutz');
  await eyes.look(holder, 'protection-off');
  await eyes.look(holder, 'protection-own', '/schutz');
  await tabTo(holder.page, 'form button[value="begin"]');
  const pressed = Date.now();
  await Promise.all([holder.page.waitForEvent('load'), holder.page.keyboard.press('Enter')]);
  expect(await leaks()).toEqual([]);
  for (const secret of FINDS) expect([secret, await isFoundBy(secret)]).toEqual([secret, false]);
  expect(Date.now() - pressed).toBeLessThan(60_000);
  await eyes.look(holder, 'protection-on');
  const stranger = await visit(browser, house, { lang: 'de', phone: true });
  expect(await stranger.go(path)).toBe(200);
  await eyes.look(stranger, 'protected-stranger');
  await stranger.context.close();
});

test('who looks inside leaves a note that the organisation reads', async () => {
  await coordination.go(`${path}/einsicht`);
  await eyes.look(coordination, 'look-ask');
  await coordination.page.locator('[name="reason"][value="danger"]').check();
  await press(coordination.page, '/einsicht');
  expect(await coordination.page.locator('main').innerText()).toContain('Gärtnerweg 8');
  await holder.go(`${path}/protokoll`);
  await eyes.look(holder, 'chain');
  expect(await holder.page.locator('main tbody tr').first().innerText()).toMatch(/Koordination/);
  expect(await operator.go(`${path}/protokoll`)).toBe(404);
});

test('only a second person opens again', async () => {
  await holder.go(`${path}/schutz`);
  await press(holder.page, '/schutz');
  await eyes.look(holder, 'protection-asked');
  expect(await holder.page.locator('button[value="end"]').count()).toBe(0);
  expect(await leaks()).toEqual([]);
  await deputy.go(`${path}/schutz`);
  await eyes.look(deputy, 'protection-confirm');
  await deputy.page.locator('button[value="end"]').click();
  await deputy.page.locator('button[value="begin"]').waitFor();
  expect(await leaks()).toEqual(SECRETS);
});

test('what everybody may see, what is kept, and what could be handed out is said in words', async () => {
  const stranger = await visit(browser, house, { lang: 'de' });
  await eyes.look({ page: await opened(stranger) }, 'who-sees', '/was-kann-wer-sehen');
  await eyes.look(stranger, 'inventory', '/datenschutz/inventar');
  await holder.go('/konto/auskunft');
  await eyes.look(holder, 'disclosure-account');
  await holder.go(`${path}/auskunft`);
  await eyes.look(holder, 'disclosure-organisation');
  await stranger.context.close();
});

async function opened(visitor: Visitor) {
  await visitor.go('/');
  return visitor.page;
}

test('an export made under protection holds nothing of it', async () => {
  await holder.go(`${path}/schutz`);
  await press(holder.page, '/schutz');
  for (const visitor of [operator, coordination, holder, deputy]) {
    expect(visitor.foreign).toEqual([]);
    expect(visitor.complaints.filter((each) => !each.includes('404'))).toEqual([]);
  }
  await house.stop();
  const folder = mkdtempSync(join(house.folder, 'export-'));
  const root = join(import.meta.dirname, '..', '..');
  for (const kind of ['csv', 'claims', 'hsds'])
    execFileSync(process.execPath, [join(root, 'scripts', 'run.ts'), 'export', '--format', kind, join(folder, kind)], {
      cwd: root,
      env: { ...process.env, GEFLECHT_DATA: house.folder, DATABASE_URL: '' },
    });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBeGreaterThan(3);
  const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
  expect(written).toContain('Südstadt');
  expect(SECRETS.filter((secret) => written.includes(secret))).toEqual([]);
});
