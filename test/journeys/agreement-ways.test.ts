import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnerVoices } from '../../src/app/partings.ts';
import { requestWork } from '../../src/app/requests.ts';
import { propose } from '../../src/areas/agreements/propose.ts';
import { answerQuestion } from '../../src/areas/cooperations/answer-question.ts';
import { beginCooperation } from '../../src/areas/cooperations/begin.ts';
import { settleConcept } from '../../src/areas/cooperations/settle-concept.ts';
import { agreeToAsk } from '../../src/areas/requests/agree-to-ask.ts';
import { makeRequest } from '../../src/areas/requests/make-request.ts';
import { goExitRound } from '../../src/areas/reviews/go-exit-round.ts';
import { openLinks } from '../../src/platform/links/index.ts';
import { addDays, dayOf } from '../../src/plain/time.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { agreeOn, placed } from '../agreed.ts';
import { FOURTH_TEXT } from '../agreement.ts';
import { launchChromium } from '../chromium.ts';
import { signByAll } from '../signed.ts';
import { closeHouse, startHouse, visit, type House, type Visitor } from './house.ts';
import { openEyes, type Eyes } from './look.ts';
import { inside, MAILBOX, NUJIN, openIn, openPartnership, RAD, WERK } from './partnership.ts';
import { changeLine, follow, pressed, sayYes, writeLines } from './pen.ts';
import { linkInMail, newAccount, PASSPHRASE, press, tabTo } from './people.ts';

const TODAY = dayOf(new Date());
const WORDS = {
  known: 'Ihr seid im Viertel bekannt.',
  asked: 'Wie erreichen wir Mütter?',
  offered: { money: '40 Euro für jede Stunde' },
  cents: 960_000,
  until: null,
  language: 'de',
};

let house: House;
let browser: Browser;
let eyes: Eyes;
let bea: Visitor;
let nur: Visitor;
/** Cooperations and agreements, each of the way it is for. */
let asked: string;
/** By which links the Radwerkstatt was asked, there and to come in as the third: both mails lie in one mailbox. */
let askedBy: string;
let joinedBy: string;
let third: { readonly cooperation: string; readonly agreement: string };
let again: { readonly cooperation: string; readonly agreement: string };
let keys: string;
let fresh: string;

beforeAll(async () => {
  const { folder, home, cooperate } = await openPartnership({ 'Birke Fuchs': WERK, 'Nar Çiçeği': NUJIN });
  const work = requestWork(home, await openLinks(home.database));
  const world = await cooperate();
  const anna = world.speaker(WERK);
  asked = await beginCooperation(anna, { organisation: WERK, title: 'Sprachcafé am Abend' });
  await answerQuestion(anna, { cooperation: asked, organisation: WERK, question: 'offer', text: 'Honorar und Saal' });
  const ask = async (cooperation: string, receiver: string, title: string): Promise<string> => {
    const made = await makeRequest(anna, work, { cooperation, receiver, words: { ...WORDS, title } });
    if (!made.ok) throw new Error('not asked');
    return made.value;
  };
  const linksTo = async (organisation: string): Promise<readonly string[]> => {
    const { rows } = await home.database.sql(
      `select content->>'link' as link from mail where receiver = $1 and content->>'link' like '/antwort/%'`,
      [MAILBOX[organisation]],
    );
    return rows.map(({ link }) => String(link).replace(/\?.*$/, ''));
  };
  await ask(asked, RAD, 'Sprachcafé am Abend');
  askedBy = (await linksTo(RAD)).at(0) ?? '';

  // A third partner is asked after the concept is frozen and the text confirmed.
  third = { cooperation: world.cooperation, agreement: await agreeOn(world, FOURTH_TEXT) };
  await answerQuestion(anna, { cooperation: third.cooperation, organisation: WERK, question: 'offer', text: 'Geld' });
  await settleConcept(anna, { cooperation: third.cooperation, organisation: WERK, isFrozen: true });
  const request = await ask(third.cooperation, RAD, 'Gesundheitsberatung für Mütter');
  await agreeToAsk(world.speaker(NUJIN), work, request);
  joinedBy = (await linksTo(RAD)).find((link) => link !== askedBy) ?? '';

  // One that is in force: it is renegotiated, and then left.
  const signed = await cooperate();
  again = { cooperation: signed.cooperation, agreement: await agreeOn(signed, FOURTH_TEXT) };
  await signByAll(signed, again.agreement);

  // One in which everything but the answers is done.
  const open = await cooperate();
  await open.fillSheets();
  const whole = placed(open, FOURTH_TEXT).paragraphs;
  const [proposed] = whole.filter(({ kind }) => kind === 'goal');
  if (proposed === undefined) throw new Error('no goal');
  keys = await open.begin(whole.filter(({ id }) => id !== proposed.id));
  const wishes = [{ paragraph: proposed.id, base: null, after: proposed, reason: 'Damit fängt es an.' }];
  const done = await propose(open.speaker(WERK), { agreement: keys, partner: WERK, wishes });
  if (!done.ok) throw new Error('not proposed');
  // Sheets are open, nobody has begun.
  const beginning = await cooperate();
  await beginning.fillSheets();
  fresh = beginning.cooperation;
  await home.close();

  browser = await launchChromium();
  house = await startHouse(folder);
  eyes = await openEyes(browser);
  bea = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  nur = await inside(browser, house, 'Nar Çiçeği', { lang: 'tr', phone: true });
});
afterAll(async () => {
  await eyes?.close();
  await browser?.close();
  await closeHouse(house);
});

const main = (page: Page) => page.locator('main').innerText();

test('a no by link is one tap without a reason, and whoever asked reads a kind sentence and cannot insist', async () => {
  const phone = await visit(browser, house, { lang: 'tr', phone: true });
  await phone.go(askedBy);
  // This house has no mail server: what the operator may learn by that stands with the promise.
  expect(await main(phone.page)).toContain('Burada e-posta sunucusu kurulu değil');
  await pressed(phone.page, 'button[name="answer"][value="no"]');
  await eyes.look(phone, 'no-said');
  expect(await phone.page.locator('main textarea').count()).toBe(0);
  await bea.go(`/kooperationen/${asked}`);
  await follow(bea.page, /^\/anfragen\/[0-9a-f-]{36}$/);
  await eyes.look(bea, 'no-read');
  expect(await main(bea.page)).toMatch(/nein/i);
  await bea.go(`/kooperationen/${asked}/anfragen/neu?an=${RAD}`);
  expect(await bea.page.locator('main form').count()).toBe(0);
  await eyes.look(bea, 'no-insisting');
  await phone.context.close();
});

test('a third partner comes late: everybody sees since when, and every goal waits for its yes, in Arabic', async () => {
  const rad = await visit(browser, house, { lang: 'ar', phone: true });
  const { page } = rad;
  await rad.go(joinedBy);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await pressed(page, 'button[name="answer"][value="gladly"]');
  await press(page, '/stimme');
  await newAccount(page, 'زهرة الرمان');
  await pressed(page, 'main form:has([name="alias"]) button:not([type="button"])');
  await bea.go(`/kooperationen/${third.cooperation}`);
  await eyes.look(bea, 'third-cooperation');
  expect(await main(bea.page)).toContain('Radwerkstatt Wesertor');
  const path = `/vereinbarungen/${third.agreement}`;
  await bea.go(`${path}/unterschreiben`);
  expect(await bea.page.locator('[name="passphrase"]').count()).toBe(0);
  await rad.go(`/kooperationen/${third.cooperation}`);
  await eyes.look(rad, 'third-own');
  await follow(page, `/kooperationen/${third.cooperation}/bogen`);
  await follow(page, /bogen\/erwartungen$/);
  for (const _ of [1, 2, 3]) {
    await page.locator('[name="words.0"]').fill('نصلح الدراجات مجانًا.');
    await pressed(page, 'button[name="go"][value="next"]');
  }
  await press(page, '/abgeben');
  await rad.go(path);
  const text = page.locator('main');
  expect(await text.locator('bdi').filter({ hasText: 'Frauenverein Nûjîn e. V.' }).count()).toBeGreaterThan(0);
  await eyes.look(rad, 'third-agreement');
  await follow(page, `${path}/zustimmung`);
  expect(await page.locator('[name="hash"]').count()).toBe(4);
  await sayYes(page);
  await rad.go(`${path}/augenhoehe`);
  await eyes.look(rad, 'third-balance');
  await rad.context.close();
});

test('what is renegotiated stays in force until all have signed the new version', async () => {
  const path = `/vereinbarungen/${again.agreement}`;
  await nur.go(`${path}/entwurf/geld`);
  await changeLine(nur.page, 'Zeile line-4', { 'purpose.tr': 'Salon ve çay', '-reason': 'Çay da lazım.' });
  await pressed(nur.page, '#more button:not([name])');
  await nur.go(`${path}/entwurf`);
  await press(nur.page, '/entwurf');
  await bea.go(`${path}/vorschlaege`);
  await bea.page.locator('[value="accept"][type="radio"]').check();
  await press(bea.page, '/vorschlaege');
  await bea.go(`${path}/unterschied?von=3&bis=4`);
  await eyes.look(bea, 'again-difference');
  await bea.go(`${path}/unterschreiben`);
  await eyes.look(bea, 'again-signing');
  const before = await inForce(bea, path);
  await sign(bea, path);
  expect(await inForce(bea, path)).toBe(before);
  await sign(nur, path);
  expect(await inForce(bea, path)).not.toBe(before);
  await bea.go('/fristen');
  await eyes.look(bea, 'again-deadlines');
});

test('a first text stays in the browser until it has arrived, and comes back as it was typed', async () => {
  const typing = await inside(browser, house, 'Nar Çiçeği', { lang: 'tr', script: true, phone: true });
  const { page } = typing;
  const kept = () => page.evaluate('Object.keys(localStorage).filter((one) => one.startsWith("draft/")).length');
  await typing.go(`/kooperationen/${fresh}/bogen/vereinbarung`);
  await writeLines(page, 'goal', [{ 'words.tr': 'Kadınlar konuları kendileri seçer.' }]);
  await expect.poll(kept).toBe(1);
  await page.reload();
  await page.locator('[data-do="take"]').click();
  expect(await page.locator('textarea[name$=".words.tr"]').first().inputValue()).toContain('kendileri');
  expect(await page.locator('[name="languages"]:checked').evaluateAll((all) => all.length)).toBe(2);
  await pressed(page, 'main form[action$="/vereinbarung"] button:not([type="button"])');
  await expect.poll(kept).toBe(0);
  expect(page.url()).not.toContain('gespeichert');
  expect(await main(page)).toContain('kendileri');
  expect([typing.foreign, typing.complaints]).toEqual([[], []]);
  await typing.context.close();
});

test('with the keyboard alone: read, answer, confirm, sign', async () => {
  const path = `/vereinbarungen/${keys}`;
  const { page } = nur;
  const enter = () => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await nur.go(path);
  await tabTo(page, `main a[href="${path}/vorschlaege"]`);
  await enter();
  await tabTo(page, 'input[type="radio"][value="accept"], input[type="radio"]:checked', 200);
  await page.keyboard.press('Space');
  await tabTo(page, 'main form[action$="/vorschlaege"] button', 200);
  await enter();
  await nur.go(path);
  await tabTo(page, `main a[href="${path}/zustimmung"]`);
  await enter();
  const asked = await page.locator('[name="hash"]').count();
  for (let at = 0; at < asked; at += 1) {
    await tabTo(page, '[name="hash"]');
    await page.keyboard.press('Space');
  }
  await tabTo(page, 'main form[action$="/zustimmung"] button');
  await enter();
  await bea.go(`${path}/zustimmung`);
  await sayYes(bea.page);
  await nur.go(path);
  await tabTo(page, `main a[href="${path}/unterschreiben"]`, 200);
  await enter();
  await tabTo(page, '[name="passphrase"]', 200);
  await page.keyboard.type(PASSPHRASE);
  await enter();
  await sign(bea, path);
  expect(await inForce(bea, path)).toBe('Fassung 2 gilt');
});

test('one goes: it reads first what would be, the other is told, and the archive stays when the last day is over', async () => {
  const path = `/kooperationen/${again.cooperation}/ausstieg`;
  await nur.go(path);
  await eyes.look(nur, 'exit-rehearsal');
  await follow(nur.page, `${path}/erklaeren`);
  await eyes.look(nur, 'exit-declare');
  await pressed(nur.page, 'button[name="what"][value="leave"]');
  await eyes.look(nur, 'exit-declared');
  // Whoever passes mails on learns no address of a cooperation: the way there goes over the page that has all of them.
  await bea.go(await linkInMail(house, MAILBOX[WERK] ?? '', 'weiter=%2Fzusammenarbeit'));
  expect(new URL(bea.page.url()).pathname).toBe('/zusammenarbeit');
  await follow(bea.page, `/kooperationen/${again.cooperation}`);
  await follow(bea.page, path);
  const lastDay = addDays(TODAY, 28);
  expect(await main(bea.page)).toContain(String(Number(lastDay.slice(8))));
  await eyes.look(bea, 'exit-other');
  const { folder } = house;
  await house.stop();
  const home = await openIn(folder);
  const clock = fixedClock(`${addDays(lastDay, 1)}T09:00:00Z`);
  await goExitRound({ ...home.as('partings'), clock }, partnerVoices(home));
  await home.close();
  house = await startHouse(folder);
  const left = await inside(browser, house, 'Nar Çiçeği', { lang: 'tr', phone: true });
  const stays = await inside(browser, house, 'Birke Fuchs', { lang: 'de' });
  expect(await left.go(`/vereinbarungen/${again.agreement}`)).toBe(404);
  expect(await left.go(`/kooperationen/${again.cooperation}`)).toBe(404);
  await left.go('/vereinbarungen/einlesen');
  expect(await stays.go(`/vereinbarungen/${again.agreement}`)).toBe(200);
  expect(await stays.go(`/kooperationen/${again.cooperation}`)).toBe(200);
  await eyes.look(stays, 'exit-after');
  await follow(left.page, /eingelesen\/[0-9a-f-]+$/);
  await eyes.look(left, 'exit-kept');
  await left.context.close();
  await stays.context.close();
});

async function sign({ page, go }: Visitor, path: string): Promise<void> {
  await go(`${path}/unterschreiben`);
  await page.locator('[name="passphrase"]').fill(PASSPHRASE);
  await pressed(page, 'form:has([name="passphrase"]) button');
}

/** Which version is in force, as the page of signing says it. */
async function inForce({ page, go }: Visitor, path: string): Promise<string> {
  await go(`${path}/unterschreiben`);
  return /Fassung \d+ gilt|Seit .*Fassung \d+|Fassung \d+/.exec(await main(page))?.[0] ?? '';
}
