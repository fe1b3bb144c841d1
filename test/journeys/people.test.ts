import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openHome } from '../../src/app/home.ts';
import { launchChromium } from '../chromium.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { lookHere, openEyes, type Eyes } from './look.ts';
import {
  accept,
  giveDevice,
  idOf,
  invitedIn,
  inviteAt,
  linkInMail,
  newAccount,
  PASSPHRASE,
  press,
  setUpSecondStep,
  settle,
  tabTo,
} from './people.ts';
import { keep } from './screens.ts';

let house: House;
let browser: Browser;
let eyes: Eyes;
let operator: Visitor;
let coordination: Visitor;
let organisation: string;
let holder: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  eyes = await openEyes(browser);
  ({ operator, coordination, organisation } = await settle(browser, house));
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

test('whoever looks after the network finds everything from one place', async () => {
  for (const path of [
    '/koordination',
    '/rollen',
    '/rollen/koordination',
    '/hinweise',
    '/auffrischen',
    '/dasselbe',
    '/dasselbe/urteile',
    '/dasselbe/gespraeche',
    '/gespraeche',
    '/gespraeche/neu',
    '/konto',
  ])
    await eyes.look(coordination, `desk${path.replaceAll('/', '-')}`, path);
  await eyes.look(operator, 'desk-postausgang', '/postausgang');
  await operator.go('/koordination');
  expect(await operator.page.locator('main a').count()).toBe(6);
  expect(await coordination.go('/postausgang')).toBe(404);
});

test('an organisation is asked by mail, and somebody there answers on a telephone in Turkish, without JavaScript', async () => {
  await coordination.go(`/auffrischen/${organisation}`);
  await eyes.look(coordination, 'ask');
  await press(coordination.page, `/auffrischen/${organisation}`);
  // Without the language of the mail: the telephone has its own.
  const [link = ''] = (await linkInMail(house, 'kontakt@bruecke.example', '/bestaetigen/')).split('?');
  const phone = await visit(browser, house, { lang: 'tr', phone: true });
  await phone.go(link);
  await eyes.look(phone, 'confirm');
  await eyes.look(phone, 'confirm-withdraw', `${link}/nicht-zeigen`);
  await press(phone.page, link);
  await eyes.look(phone, 'confirmed');
  await press(phone.page, '/zurueck');
  await phone.go(`${link}/aendern`);
  await phone.page.locator('[name="field.phoneTimes"]').fill('Di und Do 18–20 Uhr');
  await eyes.look(phone, 'correct');
  await press(phone.page, '/aendern');
  await press(phone.page, '/stimme');
  await eyes.look(phone, 'take-up');
  await newAccount(phone.page, 'Nar Çiçeği');
  await press(phone.page, new URL(phone.page.url()).pathname);
  expect(new URL(phone.page.url()).pathname).toBe(`/organisationen/${organisation}/bearbeiten`);
  await eyes.look(phone, 'speak-who');
  holder = phone;
  const stranger = await visit(browser, house, { lang: 'ar', phone: true });
  await stranger.go(`/organisationen/${organisation}`);
  expect(await stranger.page.locator('main').innerText()).toMatch(/18:00.*20:00/s);
  await eyes.look(stranger, 'organisation-stranger');
  await stranger.context.close();
});

test('another takes up its voice with a passkey, where JavaScript is on', async () => {
  const other = await idOf(coordination.page, house, 'Nachbarschaftsinitiative');
  const { link } = await inviteAt(coordination.page, `/organisationen/${other}/rollen`, 'holder');
  await eyes.look(coordination, 'invitation', link);
  const visitor = await visit(browser, house, { lang: 'de', script: true });
  await giveDevice(visitor.page);
  await visitor.go(link);
  await visitor.page.locator('[name="alias"]').fill('Mohn Amsel');
  await visitor.page.locator('passkey-door button').first().click();
  await visitor.page.waitForURL('**/zusammenarbeit*');
  await visitor.go(`/organisationen/${other}/rollen`);
  await lookHere(visitor.page, 'role-organisation-passkey');
  expect(visitor.foreign).toEqual([]);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});

test('a second person becomes deputy by six words on paper, in Arabic', async () => {
  const path = `/organisationen/${organisation}/rollen`;
  await eyes.look(holder, 'role-organisation', path);
  await eyes.look(holder, 'account', '/konto');
  const { code } = await inviteAt(holder.page, path);
  const second = await visit(browser, house, { lang: 'ar', phone: true });
  await second.go('/einladung');
  await eyes.look(second, 'invitation-words');
  await second.page.locator('[name="code"]').fill(code);
  await press(second.page, '/einladung');
  await newAccount(second.page, 'ياسمين الجسر');
  await press(second.page, '/annehmen');
  expect(new URL(second.page.url()).pathname).toBe('/zusammenarbeit');
  await second.go(path);
  expect(await second.page.locator('main').innerText()).toContain('Nar Çiçeği');
  // The two could change places; here they look at how that would go, and call it off.
  await holder.go(`${path}/uebergabe`);
  await holder.page.locator('[name="to"][value="deputy"]').check();
  for (const box of await holder.page.locator('[name="done"]').all()) await box.check();
  await press(holder.page, '/uebergabe');
  await eyes.look(holder, 'hand-over-given', `${path}/uebergabe`);
  await eyes.look(second, 'hand-over-taken', `${path}/uebergabe`);
  await second.go(`${path}/uebergabe`);
  await press(second.page, '/absage');
  await second.context.close();
});

test.each(['de', 'ar'])('what is shown only once can be read and printed in %s', async (lang) => {
  const visitor = await visit(browser, house, { lang, phone: true, script: true });
  const { page } = visitor;
  await visitor.context.addCookies(await coordination.context.cookies());
  const other = await idOf(page, house, 'Kulturverein');
  await visitor.go('/rollen/koordination');
  await press(page, '/einladung');
  await lookHere(page, `once-invited-${lang}-phone`);
  await visitor.go(`/auffrischen/${other}`);
  await press(page, '/brief');
  await lookHere(page, `once-letter-${lang}-phone`);
  await page.emulateMedia({ media: 'print' });
  await keep(page, `once-letter-${lang}-print`);
  await page.emulateMedia({ media: null });
  await visitor.go(`/organisationen/${other}/einsicht`);
  await page.locator('[name="reason"]').first().check();
  await press(page, '/einsicht');
  await lookHere(page, `once-look-${lang}-phone`);
  expect([visitor.foreign, visitor.complaints]).toEqual([[], []]);
  await visitor.context.close();
});

test('the coordination is handed over, and the old name stands nowhere any more', async () => {
  const path = '/rollen/koordination/uebergabe';
  await coordination.go(path);
  await eyes.look(coordination, 'hand-over');
  await coordination.page.locator('[name="to"][value="invited"]').check();
  for (const box of await coordination.page.locator('[name="done"]').all()) await box.check();
  await press(coordination.page, path);
  const { link } = await invitedIn(coordination.page);
  const next = await accept(browser, house, { link, alias: 'Koordination Ulme', lang: 'de', phone: true });
  await eyes.look(next, 'second-step');
  await setUpSecondStep(next.page);
  await next.go('/rollen');
  await eyes.look(next, 'roles-after');
  expect(await next.page.locator('main').innerText()).toContain('Koordination Ulme');
  expect(await coordination.go('/koordination')).toBe(404);
  for (const visitor of [operator, next, holder]) {
    for (const at of [
      '/rollen',
      '/rollen/koordination',
      '/rollen/betrieb',
      '/koordination',
      '/hinweise',
      '/konto',
      `/organisationen/${organisation}/protokoll`,
      `/organisationen/${organisation}`,
    ]) {
      await visitor.go(at);
      expect([at, await visitor.page.content()]).toEqual([at, expect.not.stringContaining('Koordination Linde')]);
    }
  }
});

test('somebody signs in, looks at everything of their own and leaves with the keyboard alone', async () => {
  const visitor = await visit(browser, house, { lang: 'de' });
  const { page } = visitor;
  await visitor.go('/anmelden');
  await eyes.look(visitor, 'sign-in');
  await tabTo(page, '[name="alias"]');
  await page.keyboard.type('Nar Çiçeği');
  await tabTo(page, '[name="passphrase"]');
  await page.keyboard.type(PASSPHRASE);
  await Promise.all([page.waitForURL('**/konto*'), page.keyboard.press('Enter')]);
  await tabTo(page, 'form[action="/austritt"] button');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await visitor.go('/konto');
  expect(new URL(page.url()).pathname).toBe('/anmelden');
  expect(visitor.foreign).toEqual([]);
  await visitor.context.close();
});

test('in all that is kept, the name of whoever has left stands in that account alone', async () => {
  await house.stop();
  const config = readConfig({ GEFLECHT_DATA: house.folder });
  if (!config.ok) throw new Error('no settings');
  const home = await openHome(config.value);
  const { rows } = await home.database.sql(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await home.database.sql(
      `select 1 from ${String(name)} as line where line::text like '%Koordination Linde%'`,
    );
    if (found.rows.length > 0) holding.push(String(name));
  }
  await home.close();
  expect(holding).toEqual(['public.account']);
});
