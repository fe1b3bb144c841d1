import { expect, test } from 'vitest';
import { hrefIn, type Frame } from './frame.ts';
import { kitPage } from './kit.tsx';
import { Page } from './page.tsx';
import { fakeWords } from './words-for-tests.ts';

const LANGUAGES = [
  { code: 'de', ownName: 'Deutsch', dir: 'ltr' },
  { code: 'de-simple', ownName: 'Leichte Sprache', dir: 'ltr' },
  { code: 'ar', ownName: 'العربية', dir: 'rtl' },
] as const;

function frame(language: string, changes: Partial<Frame> = {}): Frame {
  return {
    words: fakeWords(language),
    url: new URL(`http://localhost:3000/finden?q=Sprachcaf%C3%A9&lang=${language}&tag=so`),
    site: 'Landkreis Rhönau',
    invented: false,
    signedIn: false,
    languages: LANGUAGES,
    nav: [
      { href: '/finden', label: 'Finden', current: true },
      { href: '/listen', label: 'Listen', current: false },
    ],
    notice: null,
    asset: (name) => `/assets/${name}`,
    unread: false,
    ...changes,
  };
}

async function page(
  language: string,
  changes: Partial<Frame> = {},
  props: Partial<Parameters<typeof Page>[0]> = {},
): Promise<string> {
  return String(await Page({ frame: frame(language, changes), title: 'Ein <Titel>', children: 'Inhalt', ...props }));
}

test('a page is a whole document in its language and direction', async () => {
  const german = await page('de');
  expect(german).toMatch(/^<!doctype html><html lang="de" dir="ltr"><head>/);
  expect(german).toContain('<title>Ein &lt;Titel&gt; – Geflecht Landkreis Rhönau</title>');
  expect(german).toMatch(/<main id="content" tabindex="-1">Inhalt<\/main>/);
  expect(await page('ar')).toContain('<html lang="ar" dir="rtl">');
  expect(await page('de-simple')).toContain('<html lang="de-x-simple" dir="ltr">');
});

test('where mails are passed on by hand, every page for partners says what the operator learns from them', async () => {
  const said = 'ui.readers.mailsByHand';
  expect(await page('de', { mailsByHand: true }, { readers: 'partner' })).toContain(fakeWords('de').say(said));
  for (const html of [
    await page('de', { mailsByHand: false }, { readers: 'partner' }),
    await page('de', { mailsByHand: true }, { readers: 'public' }),
  ])
    expect(html).not.toContain(fakeWords('de').say(said));
});

test('a print says from where it is, and of a page that its readers alone can open that it is not public', async () => {
  const [from, closed] = ['ui.page.printedFrom', 'ui.page.printedClosed'].map((key) =>
    fakeWords('de')
      .say(key, { address: frame('de').url.href })
      .replaceAll('&', '&amp;'),
  );
  for (const readers of ['public', 'marked', 'link'] as const)
    expect(await page('de', {}, { readers })).toContain(`<p class="print-only">${from}</p>`);
  for (const readers of ['own', 'keepers', 'partner'] as const)
    expect(await page('de', {}, { readers })).toContain(`<p class="print-only">${closed}</p>`);
});

test('the first thing on a page leads past everything to the content', async () => {
  expect(await page('de')).toMatch(/<body><a class="skip" href="#content">Zum Inhalt<\/a>/);
});

test('switching the language keeps the page and what was asked of it', async () => {
  expect(hrefIn('ar', new URL('http://localhost/finden?q=a%26b&lang=de&tag=so'))).toBe(
    '/finden?q=a%26b&lang=ar&tag=so',
  );
  const html = await page('de');
  expect(html).toContain(
    '<a href="/finden?q=Sprachcaf%C3%A9&amp;lang=ar&amp;tag=so" hreflang="ar" lang="ar" dir="rtl">العربية</a>',
  );
  expect(html).toContain('hreflang="de" lang="de" dir="ltr" aria-current="true">Deutsch</a>');
});

test('a page loads only the font of its own script early', async () => {
  const early = (html: string) =>
    [...html.matchAll(/<link rel="preload" href="\/assets\/([^"]+)"/g)].map(([, name]) => name);
  expect(early(await page('de'))).toEqual(['atkinson-hyperlegible-next-latin-wght-normal.woff2']);
  expect(early(await page('ar'))).toEqual(['noto-sans-arabic-arabic-wght-normal.woff2']);
  expect(early(await page('uk'))).toEqual(['noto-sans-cyrillic-wght-normal.woff2']);
});

test('the invented county says on every page that it is invented', async () => {
  expect(await page('de', { invented: true })).toContain('Alles hier ist erfunden');
  expect(await page('de')).not.toContain('erfunden');
});

test('a translation that nobody has read says so and leads to the German text', async () => {
  const html = await page('ar', { unread: true });
  expect(html).toContain('تُرجمت هذه الصفحة آليًا');
  expect(html).toContain('lang=de&amp;tag=so" hreflang="de">');
  expect(await page('ar')).not.toContain('تُرجمت');
});

test('a page says who can read it', async () => {
  expect(await page('de')).toContain('Diese Seite ist öffentlich.');
  expect(await page('de', {}, { readers: 'own' })).toContain('Diese Seite liest nur deine Organisation.');
});

test('whoever has entered can leave from every page, others have nothing to leave', async () => {
  const html = await page('ar', { signedIn: true });
  expect(html).toMatch(
    /<form [^>]*method="post" action="\/austritt"[^>]*>.*<button [^>]*type="submit">خروج<\/button>/s,
  );
  expect(await page('ar')).not.toContain('/austritt');
});

test('what was just done is told once, as a status', async () => {
  expect(await page('de', { notice: 'Gespeichert & fertig.' })).toContain(
    'role="status">Gespeichert &amp; fertig.</p>',
  );
  expect(await page('de')).not.toContain('role="status"');
});

test('a page with errors says so in its title, a page in progress loads itself again', async () => {
  const faulty = await page('de', {}, { faulty: true, islands: ['error-focus'] });
  expect(faulty).toContain('<title>Fehler: Ein');
  expect(faulty.match(/error-focus\.js/g)).toHaveLength(1);
  expect(await page('de', {}, { faulty: true })).toContain('/assets/error-focus.js');
  expect(await page('de', {}, { refresh: 5 })).toContain('<meta http-equiv="refresh" content="5"/>');
  expect(await page('de')).not.toContain('http-equiv');
});

test('a page tells of its other languages, its feed and its islands only when it has them', async () => {
  const plain = await page('de');
  expect(plain).not.toContain('alternate');
  expect(plain).not.toContain('<script');
  const rich = await page(
    'de',
    {},
    {
      alternates: true,
      feed: { href: '/finden.atom', title: 'Neu' },
      islands: ['live-progress'],
      noindex: true,
      description: 'Kurz',
    },
  );
  expect(rich).toContain(
    '<link rel="alternate" hreflang="ar" href="http://localhost:3000/finden?q=Sprachcaf%C3%A9&amp;lang=ar&amp;tag=so"/>',
  );
  expect(rich).toContain('<link rel="alternate" type="application/atom+xml" href="/finden.atom" title="Neu"/>');
  expect(rich).toContain('<script type="module" src="/assets/live-progress.js">');
  expect(rich).toContain('<meta name="robots" content="noindex"/>');
});

test.each(['de', 'de-simple', 'en', 'tr', 'ar', 'uk'])(
  'the kit shows itself in %s, without inline styles or scripts',
  async (language) => {
    const html = String(
      await kitPage(
        fakeWords(language),
        frame(language, { invented: true, unread: true, signedIn: true, notice: 'ok' }),
      ),
    );
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! type="module" src)/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const headings = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    headings.forEach((level, index) => expect(level - (headings[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  },
);

test('the head leads a stranger to signing in and an account to itself, and only who is in finds the way out', async () => {
  const out = /<form method="post" action="\/austritt">/;
  const stranger = await page('de', { account: { href: '/anmelden', label: 'Anmelden', current: false } });
  expect(stranger).toMatch(/<a href="\/anmelden">.*?Anmelden<\/a>/);
  expect(stranger).not.toMatch(out);
  const own = await page('de', { account: { href: '/konto', label: 'Konto', current: true }, signedIn: true });
  expect(own).toMatch(/<a href="\/konto" aria-current="page">.*?Konto<\/a>/);
  expect(own).toMatch(out);
  expect(own).not.toContain('Angemeldet');
  const entrance = await page('de', { signedIn: true });
  expect(entrance).toMatch(out);
  expect(entrance).toContain('Angemeldet');
  expect(await page('de')).not.toContain('class="signed-in"');
});
