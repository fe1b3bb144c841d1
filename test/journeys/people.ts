import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { beginEmpty, bringIn, compare, take } from './bring-in.ts';
import { clubs } from './files.ts';
import { visit, type House, type Visiting, type Visitor } from './house.ts';

/** What everybody in the journeys opens an account with. */
export const PASSPHRASE = 'lampe wolke zimt specht garten';

/** Presses what a form is for; answers when the next page is there. */
export async function press(page: Page, form: string): Promise<void> {
  const button = page.locator(`main form[action$="${form}"] button:not([type="button"])`).first();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** Fills in who one wants to be here. */
export async function newAccount(page: Page, alias: string): Promise<void> {
  await page.locator('[name="alias"]').fill(alias);
  for (const name of ['passphrase', 'passphraseAgain']) await page.locator(`[name="${name}"]`).fill(PASSPHRASE);
}

export async function signIn({ page, go }: Visitor, alias: string): Promise<void> {
  await go('/anmelden');
  await page.locator('[name="alias"]').first().fill(alias);
  await page.locator('[name="passphrase"]').fill(PASSPHRASE);
  await Promise.all([page.waitForURL('**/konto*'), page.locator('form[action="/anmelden"] button').click()]);
}

/** Opens an invitation in a browser of one's own and accepts it with a new account. */
export async function accept(
  browser: Browser,
  house: House,
  { link, alias, ...wish }: Visiting & { readonly link: string; readonly alias: string },
): Promise<Visitor> {
  const visitor = await visit(browser, house, wish);
  await visitor.go(link);
  await newAccount(visitor.page, alias);
  await press(visitor.page, '/annehmen');
  return visitor;
}

/** Makes an invitation on the page of a role; answers the link and the words that are shown once. */
export async function inviteAt(page: Page, path: string, place?: 'holder' | 'deputy') {
  await page.goto(new URL(path, page.url()).href);
  const choice = page.locator(`[name="place"][type="radio"][value="${place ?? ''}"]`);
  if ((await choice.count()) > 0) await choice.check();
  await press(page, '/einladung');
  return invitedIn(page);
}

export async function invitedIn(page: Page): Promise<{ readonly link: string; readonly code: string }> {
  return {
    link: (await page.locator('main a[href*="/einladung/"]').getAttribute('href')) ?? '',
    code: await page.locator('main b[lang="de"]').innerText(),
  };
}

/** Goes the one way from a passphrase to both factors, and on to where it leads. */
export async function setUpSecondStep(page: Page): Promise<void> {
  await page.locator('[name="present"]').fill(PASSPHRASE);
  await press(page, '/zweiter-schritt');
  const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
  await page.locator('[name="code"]').fill(new TOTP({ secret }).generate());
  await press(page, '/an');
  await Promise.all([page.waitForEvent('load'), page.locator('main .buttons a.button').click()]);
}

/** A house with three associations, an operator and a coordination with accounts of their own. */
export async function settle(browser: Browser, house: House) {
  const operator = await beginEmpty(browser, house);
  const { page } = operator;
  await bringIn(page, clubs(), 'Vereine in Kassel');
  await compare(page);
  await take(page);
  await page.goto(`${house.origin}/rollen`);
  await press(page, '/mein-konto');
  await newAccount(page, 'Betrieb Eule');
  await press(page, '/annehmen');
  await setUpSecondStep(page);
  const { link } = await inviteAt(page, '/rollen/koordination', 'holder');
  const coordination = await accept(browser, house, { link, alias: 'Koordination Linde' });
  await setUpSecondStep(coordination.page);
  return { operator, coordination, organisation: await idOf(page, house, 'Frauenverein') };
}

/** The same, and one of its associations speaks for itself: somebody who holds it, on a telephone. */
export async function settleWithVoice(browser: Browser, house: House) {
  const settled = await settle(browser, house);
  const path = `/organisationen/${await idOf(settled.operator.page, house, 'Nachbarschaftsinitiative')}`;
  const { link } = await inviteAt(settled.coordination.page, `${path}/rollen`, 'holder');
  const holder = await accept(browser, house, { link, alias: 'Distel Amsel', lang: 'de', phone: true });
  return { ...settled, path, holder };
}

export async function idOf(page: Page, { origin }: House, name: string): Promise<string> {
  const finder = await (await page.request.get(`${origin}/finden?q=${encodeURIComponent(name)}`)).text();
  return /\/organisationen\/([0-9a-f-]{36})/.exec(finder)?.[1] ?? '';
}

/** The link in the newest mail that was handed over to the folder of an operator without a mail server. */
export async function linkInMail({ folder }: House, receiver: string, path: string): Promise<string> {
  const outbox = join(folder, 'outbox');
  const find = () =>
    readdirSync(outbox)
      .filter((name) => name.endsWith('.eml'))
      .toSorted()
      .map((name) => readFileSync(join(outbox, name), 'utf8'))
      .filter((mail) => mail.includes(receiver))
      .flatMap((mail) => plain(mail).match(new RegExp(`https?://\\S+${path}\\S+`, 'g')) ?? [])
      .at(-1) ?? '';
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  const { pathname, search } = new URL(find());
  return `${pathname}${search}`;
}

function plain(mail: string): string {
  const body = mail.slice(mail.search(/\r?\n\r?\n/)).trim();
  if (/transfer-encoding: base64/i.test(mail)) return Buffer.from(body, 'base64').toString('utf8');
  return body.replaceAll(/=\r?\n/g, '').replaceAll(/=3D/g, '=');
}

/** A device that makes passkeys and says yes to every question. */
export async function giveDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Goes on with the tab key until the thing is reached; whatever is reached can be seen. */
export async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const at = page.locator(':focus');
    expect(await at.isVisible()).toBe(true);
    if (await at.evaluate((element, wanted) => element.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not come to ${selector}`);
}
