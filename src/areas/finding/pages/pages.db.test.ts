import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { openTold, TOLD_REGISTER } from '../../../../test/told.ts';
import { frameOf, openWeb } from '../../../../test/web.ts';
import { system } from '../../../plain/actor.ts';
import { idFor } from '../../../plain/ids.ts';
import type { Json } from '../../../plain/json.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { Env } from '../../../platform/http/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { insertSource, say } from '../../claims/index.ts';
import { openGazetteer } from '../../places/index.ts';
import { addFindingPages, latelyConfirmed, meshOf, openFinder } from '../index.ts';

const SAID = new Date('2026-10-01T08:00:00Z');
const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src');
const finder = openFinder(openGazetteer());
let database: Database;
let web: Hono<Env>;

beforeAll(async () => {
  database = await openTold();
  web = openWeb({ database, clock });
  addFindingPages(web, { frame: frameOf(), finder });
  await tell('org', 'organisation', null, [
    ['name', 'ar', 'جمعية الجسر'],
    ['name', 'de', 'Al-Dschisr'],
    ['languages', null, ['ar', 'ti']],
  ]);
  await tell('cafe', 'offer', '2026-11-09', [
    ['name', 'de', 'Sprachcafé <b> & Tee'],
    ['carrier', null, 'Frauenverein Nûjîn e. V.'],
    ['languages', null, ['ar', 'kmr']],
    ['fieldsOfAction', null, ['education']],
    ['papersAsked', null, 'no'],
    ['validTo', null, '2026-12-31'],
    [
      'times',
      null,
      [
        { day: 2, from: '18:00', to: '20:00', zone: 'Europe/Berlin' },
        { day: 4, from: '18:00', to: '20:00', zone: 'Europe/Berlin' },
      ],
    ],
  ]);
  await tell('advice', 'offer', '2026-02-01', [['name', 'de', 'Begleitung zu Ämtern']]);
});
afterAll(() => database.close());

async function tell(
  key: string,
  kind: 'organisation' | 'offer',
  confirmed: string | null,
  facts: readonly [string, string | null, Json][],
) {
  await database.as(system('test')).write(async (tx) => {
    const source = await insertSource(
      tx,
      {
        kind: 'list',
        speaker: null,
        publisher: 'Rhönau',
        licence: 'CC0',
        takedownContact: 'x@rhoenau.example',
        retrievedAt: SAID,
      },
      0,
    );
    const claims = facts.map(([field, language, value]) => ({
      subject: idFor(key),
      field,
      language,
      value,
      source,
      sourceKind: 'list' as const,
      scope: 'public' as const,
      saidAt: SAID,
      validFrom: null,
      validTo: null,
      confirmedAt: confirmed === null ? null : new Date(`${confirmed}T08:00:00Z`),
      confirmedByRole: confirmed === null ? null : 'coordination',
    }));
    await say(tx, TOLD_REGISTER, { subjects: [{ id: idFor(key), kind }], claims, at: SAID });
  });
}

async function page(address: string): Promise<string> {
  const response = await web.request(address);
  expect(response.status).toBe(200);
  return response.text();
}

test('the finder shows what, for whom, when, under which conditions, how fresh and why', async () => {
  const html = await page('/finden?q=Sprahcafe&lang=de');
  expect(html).toContain(`href="/angebote/${idFor('cafe')}"`);
  expect(html).toContain('Sprachcafé &lt;b&gt; &amp; Tee');
  expect(html).toContain('<bdi>Frauenverein Nûjîn e. V.</bdi> ·</span> <span class="bit"><bdi>Arabisch und ');
  expect(html).toContain('Di und Do 18:00–20:00 Uhr');
  expect(html).toContain('ohne Papiere');
  expect(html).toContain('bestätigt vor 12 Tagen');
  expect(html).toContain('statt „Sprahcafe“ gemeint: „Sprachcafé“ im Namen');
  expect(html).not.toContain('<script');
});

test('an organisation is shown in its own language first', async () => {
  const html = await page('/finden?kind=organisation&lang=en');
  expect(html.indexOf('جمعية الجسر')).toBeLessThan(html.indexOf('Al-Dschisr'));
  expect(html).toContain('lang="ar" dir="rtl"');
});

test('the address keeps the language and everything that was chosen', async () => {
  const html = await page('/finden?q=Sprachcaf%C3%A9&day=2&language=ar&lang=en');
  expect(html).toMatch(/href="\/finden\?q=Sprachcaf%C3%A9&amp;language=ar&amp;day=2,4&amp;lang=en"/);
  expect(html).toContain('<input type="hidden" name="language" value="ar"');
  expect(html).toContain('<input type="hidden" name="lang" value="en"');
});

test('an address that makes no sense gets a page and a kind sentence', async () => {
  expect(await page('/finden?page=-4&day=99&lang=de')).toContain('Wir haben es weggelassen');
  expect(await page('/finden?q=%F0%9F%90%9D&lang=de')).toContain('ist kein Wort');
  expect(await page('/finden?q=Xylophonist&lang=de')).toContain('Nichts gefunden');
});

test('the feed is well formed and tells what was confirmed last first', async () => {
  const xml = await page('/finden.atom?lang=de');
  expect(xml).toContain('<title>Sprachcafé &lt;b&gt; &amp; Tee</title>');
  expect(xml.indexOf(idFor('cafe'))).toBeLessThan(xml.indexOf(idFor('advice')));
  expect(xml).toContain('<updated>2026-11-09T00:00:00Z</updated>');
});

test('the JSON feed has the same results, with absolute addresses and the question in its own', async () => {
  const feed: unknown = JSON.parse(await page('/finden.json?q=Sprahcafe&day=2&lang=de'));
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    language: 'de',
    home_page_url: 'http://localhost/finden?q=Sprahcafe&day=2&lang=de',
    feed_url: 'http://localhost/finden.json?q=Sprahcafe&day=2&lang=de',
    items: [
      {
        id: `urn:uuid:${idFor('cafe')}`,
        url: `http://localhost/angebote/${idFor('cafe')}`,
        title: 'Sprachcafé <b> & Tee',
        date_modified: '2026-11-09T00:00:00Z',
        tags: ['Schule und Bildung'],
      },
    ],
  });
});

test('what was asked stands on the sheet of paper, and every form keeps the rest of the question', async () => {
  const html = await page('/finden?q=Sprachcaf%C3%A9&day=2&condition=noPapers&place=Chemnitz&km=20&lang=de');
  expect(html).toContain(
    '<p class="print-only"><bdi>Sprachcafé</bdi> · <bdi>Dienstag</bdi> · <bdi>ohne Papiere</bdi> · <bdi>Chemnitz, bis 20 km</bdi>',
  );
  const forms = html.match(/<form class="form".*?<\/form>/gs) ?? [];
  expect(forms).toHaveLength(2);
  for (const form of forms) {
    for (const [name, value] of [
      ['q', 'Sprachcafé'],
      ['day', '2'],
      ['condition', 'noPapers'],
      ['lang', 'de'],
    ]) {
      expect(form).toContain(`<input type="hidden" name="${name}" value="${value}"`);
    }
  }
});

test('the start page is told what is known, confirmed, ending and missing', async () => {
  const ctx = {
    db: database.as({ kind: 'stranger' }),
    actor: { kind: 'stranger' },
    clock,
    words: words.in('de'),
  } as const;
  const today = '2026-11-21';
  expect(await finder.look(ctx, (index) => meshOf(index, today))).toEqual({
    organisations: 1,
    offers: 2,
    offersConfirmed: 1,
    oldestOpen: '2026-02-01',
    endingSoon: 1,
    endingThisYear: 1,
    nextEnd: '2026-12-31',
    missing: [
      { language: 'ar', field: 'education', from: '2027-01-01' },
      { language: 'ti', field: 'education', from: null },
    ],
  });
  const lately = await finder.look(ctx, (index, db) => latelyConfirmed(finder, index, db, { today, limit: 2 }));
  expect(lately.map(({ subject }) => subject)).toEqual([idFor('cafe'), idFor('advice')]);
});
