import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTold, tell, type Told } from '../../../test/told.ts';
import { STRANGER } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import type { ReadContext } from '../../platform/context.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { openGazetteer } from '../places/index.ts';
import { find, openFinder, readQuery, type Finder, type Found } from './index.ts';

const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src', { strict: false }).in('de');
const gazetteer = openGazetteer();

let database: Database;
let finder: Finder;

beforeAll(async () => {
  database = await openTold();
  finder = openFinder(gazetteer);
  await tell(database, ENTRIES);
});
afterAll(() => database.close());

const times = (day: number): Json => [{ day, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }];

const ENTRIES: readonly Told[] = [
  {
    key: 'cafe',
    kind: 'offer',
    confirmed: '2026-11-01',
    facts: {
      name: 'Sprachcafé am Löwenplatz',
      carrier: 'Frauenverein Nûjîn e. V.',
      languages: ['ar', 'kmr'],
      times: times(7),
      fieldsOfAction: ['education'],
      papersAsked: 'no',
      cost: 'free',
      place: { place: 'DE-14511-chemnitz', postcode: '09111', name: 'Chemnitz' },
    },
  },
  {
    key: 'cafe-tuesday',
    kind: 'offer',
    facts: {
      name: 'Sprachcafé im Hof',
      languages: ['tr'],
      times: times(2),
      fieldsOfAction: ['education'],
      place: { place: 'DE-14612-dresden', postcode: '01067', name: 'Dresden' },
    },
  },
  {
    key: 'advice',
    kind: 'offer',
    confirmed: '2026-05-01',
    facts: { name: 'Flüchtlingsberatung', languages: ['de'], targetGroups: ['newcomers'], fieldsOfAction: ['work'] },
  },
  {
    key: 'bridge',
    kind: 'organisation',
    facts: { name: 'جمعية الجسر', kind: 'association', languages: ['ar'], fieldsOfAction: ['culture'] },
  },
  {
    key: 'union',
    kind: 'organisation',
    facts: { name: 'Спілка української молоді', kind: 'umbrella', languages: ['uk'] },
  },
  {
    key: 'parents',
    kind: 'organisation',
    facts: { name: 'Türkischer Elternverein', kind: 'association', languages: ['tr'] },
  },
  { key: 'ended', kind: 'offer', facts: { name: 'Sommerfest der Nachbarn', validTo: '2026-08-31' } },
];

function context(): ReadContext {
  return { db: database.as(STRANGER), actor: STRANGER, clock, words };
}

function ask(address: string, by = finder): Promise<Found> {
  return find(context(), by, readQuery(new URLSearchParams(address)).query);
}

async function keys(address: string, by = finder): Promise<readonly string[]> {
  const names = new Map(ENTRIES.map(({ key }) => [idFor(key), key]));
  return (await ask(address, by)).results.map(({ subject }) => names.get(subject) ?? subject);
}

test.each([
  'Sprachcafé, Sonntag, Arabisch',
  'sprachcafe sunday arabic',
  'Sprachcafé Pazar Arapça',
  'Sprachcafé الأحد العربية',
  'Sprachcafé неділя арабська',
  'Sprachcafé am Sonntag ohne Papiere',
  'kostenlos Sprachcafé',
])('"%s" finds the language café on Sunday in Arabic', async (q) => {
  expect(await keys(`q=${encodeURIComponent(q)}`)).toEqual(['cafe']);
});

test.each([
  ['Sprahcafe Löwenplatz', 'cafe'],
  ['Sprachcaef Lowenplatz', 'cafe'],
  ['Fluchtlingsberatnug', 'advice'],
  ['Turkischer', 'parents'],
  ['Tuerkischer Elternverien', 'parents'],
  ['جمعية الجصر', 'bridge'],
  ['جسر', 'bridge'],
  ['українскої', 'union'],
  ['молодi', 'union'],
  ['Beratung', 'advice'],
  ['Nujin', 'cafe'],
  ['Elternver', 'parents'],
])('"%s" finds %s in spite of how it is typed', async (q, key) => {
  expect((await keys(`q=${encodeURIComponent(q)}`))[0]).toBe(key);
});

test('a result says why it is here, and what was meant', async () => {
  const { results } = await ask('q=Sprahcafe Sonntag ohne Papiere');
  expect(results[0]?.why).toEqual([
    { typed: 'Sprahcafe', by: 'similar', meant: 'Sprachcafé', foundIn: 'name', code: null },
    { typed: 'Sonntag', by: 'meaning', meant: null, foundIn: null, code: 'day:7' },
    { typed: 'ohne Papiere', by: 'meaning', meant: null, foundIn: null, code: 'condition:noPapers' },
  ]);
});

test('when nothing answers to all words, the one that was let go is named', async () => {
  const found = await ask('q=Sprachcafé Löwenplatz Xylophon');
  expect(found.results.map(({ subject }) => subject)).toEqual([idFor('cafe')]);
  expect(found.notes).toEqual([{ key: 'finding.note.dropped', values: { words: 'Xylophon', count: 1 } }]);
});

test('facets narrow down and count as if nothing of their own were chosen', async () => {
  const found = await ask('q=Sprachcafé&day=7');
  expect(found.total).toBe(1);
  expect(found.facets.find(({ facet }) => facet === 'day')?.values).toEqual([
    { value: '2', count: 1, chosen: false },
    { value: '7', count: 1, chosen: true },
  ]);
  expect(found.facets.find(({ facet }) => facet === 'language')?.values.map(({ value }) => value)).toEqual([
    'ar',
    'kmr',
  ]);
  expect((await ask('q=Sprachcafé&day=7&day=2')).total).toBe(2);
});

test('a place counts with what lies in it, and a distance from its middle', async () => {
  expect(await keys('q=Sprachcafé&place=Chemnitz')).toEqual(['cafe']);
  expect((await keys('q=Sprachcafé&place=Sachsen')).toSorted()).toEqual(['cafe', 'cafe-tuesday']);
  expect(await keys('q=Sprachcafé&place=Chemnitz&km=30')).toEqual(['cafe']);
  expect(await keys('q=Sprachcafé&place=Chemnitz&km=80')).toHaveLength(2);
  const { results } = await ask('place=Dresden&km=10');
  expect(results[0]?.km).toBeLessThan(10);
});

test('what was confirmed lately comes before what nobody has confirmed, and what has ended does not come', async () => {
  const order = await keys('kind=offer');
  expect(order.slice(0, 2)).toEqual(['cafe', 'advice']);
  expect(order).not.toContain('ended');
  expect(await keys('q=Sommerfest&stand=2026-10-02')).toEqual([]);
});

test('bad parameters are left out and said', async () => {
  const { query, notes } = readQuery(
    new URLSearchParams('page=0&day=9&km=-3&stand=2026-02-30&language=%3Cscript%3E&field=health'),
  );
  expect(query).toMatchObject({ page: 1, km: null, stand: null, chosen: { day: [], language: [], field: ['health'] } });
  expect(notes.map(({ values }) => String(values?.['name'])).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'day',
    'km',
    'language',
    'page',
    'stand',
  ]);
});

test('any address gives an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 12 }), async (q, place) => {
      const found = await ask(new URLSearchParams({ q, place, km: '20' }).toString());
      expect(found.total).toBeGreaterThanOrEqual(found.results.length);
    }),
    { numRuns: 60 },
  );
});

test('the order does not depend on the order in which things were told', async () => {
  const addresses = ['', 'q=Sprachcafé', 'q=Verein'];
  const mine = await Promise.all(addresses.map((address) => keys(address)));
  const before = database;
  database = await openTold();
  try {
    for (const entry of ENTRIES.toReversed()) await tell(database, [entry]);
    const there = openFinder(gazetteer);
    expect(await Promise.all(addresses.map((address) => keys(address, there)))).toEqual(mine);
  } finally {
    await database.close();
    database = before;
  }
});
