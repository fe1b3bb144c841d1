import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeHere } from './axe.ts';
import { keep } from './screens.ts';

/** Both directions of writing, both sizes, light and dark, in four ways of looking. */
const WAYS = [
  { lang: 'de', phone: true, dark: true },
  { lang: 'de', phone: false, dark: false },
  { lang: 'ar', phone: true, dark: false },
  { lang: 'ar', phone: false, dark: true },
] as const;

/** The narrowest screen that has to do, in CSS pixels. */
const NARROWEST = 320;

/** Eyes that see a page as its reader sees it, in every way of looking. */
export interface Eyes {
  /** Looks at the page where a visitor is, or at `path` with the visitor's cookies. */
  look(visitor: { readonly page: Page }, name: string, path?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openEyes(browser: Browser): Promise<Eyes> {
  const opened: { readonly way: (typeof WAYS)[number]; readonly context: BrowserContext; readonly page: Page }[] = [];
  for (const way of WAYS) {
    const context = await browser.newContext({
      viewport: way.phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      colorScheme: way.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    opened.push({ way, context, page: await context.newPage() });
  }
  return {
    look: async (visitor, name, path) => {
      const cookies = await visitor.page.context().cookies();
      const url = new URL(path ?? visitor.page.url(), visitor.page.url());
      const each = async ({ way, context, page }: (typeof opened)[number]) => {
        await context.clearCookies();
        await context.addCookies(cookies);
        const there = new URL(url);
        there.searchParams.set('lang', way.lang);
        expect([name, (await page.goto(there.href))?.status()]).toEqual([name, 200]);
        await lookHere(page, `${name}-${way.lang}-${way.phone ? 'phone' : 'desk'}`);
      };
      await Promise.all(opened.map(each));
    },
    close: async () => {
      for (const { context } of opened) await context.close();
    },
  };
}

/** Looks at what a page shows now, also where nobody can come back to it. It needs JavaScript. */
export async function lookHere(page: Page, name: string): Promise<void> {
  await keep(page, name);
  expect([name, await axeHere(page)]).toEqual([name, []]);
  const size = page.viewportSize();
  if (size === null || size.width > 400) return;
  await page.setViewportSize({ width: NARROWEST, height: size.height });
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await page.setViewportSize(size);
  expect([name, 'scrolls sideways', wide]).toEqual([name, 'scrolls sideways', 0]);
}

/** How many sheets of paper it takes. */
export async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return Number(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1] ?? /\/Count (\d+)/.exec(pdf)?.[1]);
}
