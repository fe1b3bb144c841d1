import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { closeHouse, enter, startHouse, visit, type House, type Visitor } from './house.ts';
import { keep } from './screens.ts';

let house: House;
let browser: Browser;
let organisation = '';
let offer = '';
let list = '';

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

/** The same question in the languages of the interface. */
const QUESTION = 'Sprachcafé Sonntag Arabisch';
const QUESTIONS = {
  de: QUESTION,
  'de-simple': QUESTION,
  en: 'language café Sunday Arabic',
  tr: 'dil kafesi pazar Arapça',
  ar: 'مقهى اللغات الأحد العربية',
  uk: 'мовне кафе неділя арабська',
};

async function closing<T>(visitor: Visitor, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  try {
    return await work(visitor);
  } finally {
    await visitor.context.close();
  }
}

test('before the beginning the link of the terminal lets one in, once, and then the invented county is chosen', async () => {
  await closing(await visit(browser, house), async ({ page, go }) => {
    expect(await go('/')).toBe(200);
    await keep(page, 'begin-stranger-de-desk');
    expect(await axe(browser, page)).toEqual([]);
    await enter(page, house);
    await keep(page, 'begin-operator-de-desk');
    expect(await axe(browser, page)).toEqual([]);
    await page.getByRole('button', { name: 'Mit dem erfundenen Landkreis Rhönau ansehen' }).click();
    await page.getByText('Der Landkreis Rhönau ist da').waitFor();
    expect(await page.locator('body').innerText()).toContain('Alles hier ist erfunden');
  });
  await closing(await visit(browser, house), async ({ page }) => {
    const again = await page.goto(house.entrance ?? '');
    expect(again?.status()).toBe(404);
    expect(await page.locator('main button').count()).toBe(0);
  });
});

test('the picture for the first page of the documents is kept', async () => {
  await closing(await visit(browser, house, { lang: 'de' }), async ({ page, go }) => {
    for (const [name, path] of [
      ['start', '/'],
      ['start-found', `/finden?q=${encodeURIComponent(QUESTION)}`],
    ] as const) {
      expect(await go(path)).toBe(200);
      await keep(page, name, false);
    }
  });
});

test('the start page says in four sentences how the mesh stands', async () => {
  await closing(await visit(browser, house, { phone: true }), async ({ page, go }) => {
    await go('/');
    const text = await page.locator('main').innerText();
    for (const sentence of [
      /214\s+Organisationen und\s+388\s+Angebote sind bekannt/,
      /in den letzten 180 Tagen bestätigt/,
      /bis Jahresende gesichert/,
      /Es fehlt: .+ auf .+/,
    ]) {
      expect(text).toMatch(sentence);
    }
  });
});

test.each(Object.entries(QUESTIONS))(
  'without JavaScript the language café on Sunday with Arabic is found first (%s)',
  async (lang, question) => {
    await closing(await visit(browser, house, { lang, phone: true }), async ({ page, go }) => {
      await go('/');
      await page.locator('main input[name="q"]').fill(question);
      await page.locator('main form').first().locator('button').first().click();
      await page.waitForURL(/\/finden/);
      const first = page.locator('main a[href*="/angebote/"]').first();
      const href = (await first.getAttribute('href')) ?? '';
      await page.goto(new URL(href, house.origin).href);
      expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      // What was found, read in German: a language café, on Sundays, in Arabic.
      await page.goto(`${house.origin}${new URL(page.url()).pathname}?lang=de`);
      const told = await page.locator('main').innerText();
      for (const asked of [/Sprachcafé/, /sonntag/i, /Arabisch/]) expect(told).toMatch(asked);
    });
  },
);

test('an organisation tells which source said what and when, and the way leads to the list', async () => {
  await closing(await visit(browser, house), async ({ page, go }) => {
    await go(`/finden?q=${encodeURIComponent(QUESTION)}`);
    offer = new URL((await page.locator('main a[href*="/angebote/"]').first().getAttribute('href')) ?? '', house.origin)
      .pathname;
    await page.goto(`${house.origin}${offer}`);
    organisation = new URL(
      (await page.locator('main a[href*="/organisationen/"]').first().getAttribute('href')) ?? '',
      house.origin,
    ).pathname;
    await page.goto(`${house.origin}${organisation}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Wer sagt was?');
    expect(text).toMatch(/gesagt am \d+\. \p{L}+ 20\d\d/u);
    await go('/listen');
    list = new URL((await page.locator('main a[href*="/listen/"]').first().getAttribute('href')) ?? '', house.origin)
      .pathname;
    await page.goto(`${house.origin}${list}`);
    expect(await page.locator('main').innerText()).toContain('Lizenz');
  });
});

test('an earlier day shows what was known then, and the language switcher keeps the page', async () => {
  await closing(await visit(browser, house), async ({ page, go }) => {
    await go(`${organisation}?stand=2026-11-01`);
    expect(await page.locator('main').innerText()).toContain('1. November 2026');
    await page.locator('header summary').click();
    await page.locator('header a[hreflang="ar"]').click();
    const url = new URL(page.url());
    expect([url.pathname, url.searchParams.get('stand'), url.searchParams.get('lang')]).toEqual([
      organisation,
      '2026-11-01',
      'ar',
    ]);
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  });
  await closing(await visit(browser, house), async ({ page, go }) => {
    expect(await go(`${offer}?stand=2026-03-31`)).toBe(200);
    const text = await page.locator('main').innerText();
    expect(text).toContain('31. März 2026');
    expect(text).toContain('Sprachcafé');
    // It was confirmed in June: nobody could know that in March.
    expect(text).not.toContain('Juni 2026');
  });
  await closing(await visit(browser, house), async ({ page, go }) => {
    expect(await go(`${organisation}?stand=2010-01-01`)).toBe(404);
    expect(await page.locator('h1').innerText()).toContain('Diese Seite gibt es nicht');
  });
});

test('public pages bring no script, ask no other host, break no rule of the browser and scroll only down', async () => {
  const paths = [
    '/',
    `/finden?q=${encodeURIComponent(QUESTION)}`,
    '/finden?q=gibtesnichtxyz',
    organisation,
    offer,
    '/listen',
    list,
    '/beispiele',
    '/netzwerke',
    '/source',
    '/gibt-es-nicht',
  ];
  for (const wish of [
    { lang: 'de' },
    { lang: 'ar' },
    { lang: 'de', dark: true },
    { lang: 'ar', phone: true },
    { lang: 'de', phone: true, dark: true },
  ]) {
    await closing(await visit(browser, house, { ...wish, script: true }), async (visitor) => {
      const { page, go } = visitor;
      for (const [nth, path] of paths.entries()) {
        const status = await go(path);
        expect([path, status]).toEqual([path, path === '/gibt-es-nicht' ? 404 : 200]);
        const where = `${wish.lang}-${wish.phone === true ? 'phone' : 'desk'}${wish.dark === true ? '-dark' : ''}`;
        await keep(page, `county-${nth}-${where}`);
        expect([path, where, await axe(browser, page)]).toEqual([path, where, []]);
      }
      expect(visitor.foreign).toEqual([]);
      expect(visitor.scripts).toEqual([]);
      // A page that is not there is answered with 404; the browser tells that too.
      expect(visitor.complaints.filter((text) => !text.includes('404'))).toEqual([]);
    });
  }
});

/** Texts that do not fit where they stand and are cut off; what is there for the ear only is one pixel wide. */
const CLIPPED = `[...document.querySelectorAll('main *, header *, footer *')]
  .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
  .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
  .map((each) => each.outerHTML.slice(0, 120))`;

test('at 320 pixels and at 400 % zoom nothing runs out of the page', async () => {
  for (const lang of ['de', 'ar', 'uk']) {
    await closing(await visit(browser, house, { lang }), async ({ page, go }) => {
      for (const size of [
        { width: 320, height: 640 },
        { width: 320, height: 256 },
      ]) {
        await page.setViewportSize(size);
        for (const path of ['/', `/finden?q=${encodeURIComponent(QUESTION)}`, organisation, offer, '/listen', list]) {
          await go(path);
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          expect([lang, path, size.height, wide]).toEqual([lang, path, size.height, 0]);
          expect([lang, path, await page.evaluate(CLIPPED)]).toEqual([lang, path, []]);
        }
      }
    });
  }
});

const focused = (attribute: string) => `document.activeElement.getAttribute('${attribute}')`;

test('with the keyboard alone one skips to the content, searches and opens a result', async () => {
  await closing(await visit(browser, house, { lang: 'de' }), async ({ page, go }) => {
    await go('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused('href'))).toBe('#content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused('name'))).toBe('q');
    const outline = await page.evaluate(
      "getComputedStyle(document.activeElement).outlineStyle + ' ' + getComputedStyle(document.activeElement).boxShadow",
    );
    expect(outline).not.toBe('none none');
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/finden/);
    for (let nth = 0; nth < 60; nth += 1) {
      await page.keyboard.press('Tab');
      if (String(await page.evaluate(focused('href'))).includes('/angebote/')) break;
    }
    await Promise.all([page.waitForURL(/\/angebote\//), page.keyboard.press('Enter')]);
  });
});

test('on paper there is the content and no navigation', async () => {
  await closing(await visit(browser, house), async ({ page, go }) => {
    // The width of A4 between its margins.
    await page.setViewportSize({ width: 673, height: 960 });
    await page.emulateMedia({ media: 'print' });
    for (const [name, path] of [
      ['organisation', organisation],
      ['offer', offer],
      ['list', list],
      ['found', `/finden?q=${encodeURIComponent(QUESTION)}`],
    ] as const) {
      await go(path);
      await keep(page, `print-${name}`);
      expect([name, await page.locator('header nav').first().isVisible()]).toEqual([name, false]);
      expect([name, await page.locator('h1').isVisible()]).toEqual([name, true]);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([name, wide]).toEqual([name, 0]);
    }
  });
});

test('every answer carries the headers, and the kit is for development only', async () => {
  await closing(await visit(browser, house), async ({ page }) => {
    for (const path of ['/', organisation, '/gibt-es-nicht', '/finden.atom']) {
      const headers = (await page.request.get(`${house.origin}${path}`)).headers();
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    expect((await page.request.get(`${house.origin}/_kit`)).status()).toBe(404);
  });
});
