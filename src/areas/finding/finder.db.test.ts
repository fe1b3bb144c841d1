import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { ReadContext } from '../../platform/context.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import {
  beginRevision, claimsStep, declareFields, discardRevision, finishWithdrawal, insertSource, publishRevision, rebuild, reviseNew, say,
  tidyRevision, withdrawRevision, type NewClaim, type Register, type SubjectKind,
} from '../claims/index.ts';
import { OFFER_FIELDS } from '../offers/index.ts';
import { ORGANISATION_FIELDS } from '../organisations/index.ts';
import { openGazetteer } from '../places/index.ts';
import { find, findingProjection, findingStep, openFinder, readQuery, type Finder, type Found } from './index.ts';

const REGISTER: Register = {
  fields: { organisation: ORGANISATION_FIELDS, offer: OFFER_FIELDS, network: declareFields('network', {}) },
  projections: [findingProjection],
};
const SAID = new Date('2026-10-01T08:00:00Z');
const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src', { strict: false }).in('de');
const gazetteer = openGazetteer();

let database: Database;
let finder: Finder;
let source = 0;

beforeAll(async () => {
  database = await openTestDatabase([claimsStep, findingStep]);
  finder = openFinder(gazetteer);
  source = await database.as(system('test')).write((tx) => insertSource(tx, {
    kind: 'list', speaker: null, publisher: 'Rhönau', licence: 'CC0', takedownContact: 'x@rhoenau.example', retrievedAt: SAID,
  }, 0));
  await tell(ENTRIES);
});
afterAll(() => database.close());

interface Told {
  readonly key: string;
  readonly kind: Exclude<SubjectKind, 'network'>;
  readonly facts: Readonly<Record<string, Json>>;
  readonly scope?: Scope;
  readonly confirmed?: string;
}

const times = (day: number): Json => [{ day, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }];

const ENTRIES: readonly Told[] = [
  { key: 'cafe', kind: 'offer', confirmed: '2026-11-01', facts: {
    name: 'Sprachcafé am Löwenplatz', carrier: 'Frauenverein Nûjîn e. V.', languages: ['ar', 'kmr'], times: times(7), fieldsOfAction: ['education'],
    papersAsked: 'no', cost: 'free', place: { place: 'DE-14511-chemnitz', postcode: '09111', name: 'Chemnitz' } } },
  { key: 'cafe-tuesday', kind: 'offer', facts: {
    name: 'Sprachcafé im Hof', languages: ['tr'], times: times(2), fieldsOfAction: ['education'],
    place: { place: 'DE-14612-dresden', postcode: '01067', name: 'Dresden' } } },
  { key: 'advice', kind: 'offer', confirmed: '2026-05-01', facts: { name: 'Flüchtlingsberatung', languages: ['de'], targetGroups: ['newcomers'], fieldsOfAction: ['work'] } },
  { key: 'bridge', kind: 'organisation', facts: { name: 'جمعية الجسر', kind: 'association', languages: ['ar'], fieldsOfAction: ['culture'] } },
  { key: 'union', kind: 'organisation', facts: { name: 'Спілка української молоді', kind: 'umbrella', languages: ['uk'] } },
  { key: 'parents', kind: 'organisation', facts: { name: 'Türkischer Elternverein', kind: 'association', languages: ['tr'] } },
  { key: 'ended', kind: 'offer', facts: { name: 'Sommerfest der Nachbarn', validTo: '2026-08-31' } },
];

function claimsOf({ key, kind, facts, scope, confirmed }: Told): readonly NewClaim[] {
  const fields = REGISTER.fields[kind].fields;
  return Object.entries(facts).map(([field, value]) => ({
    subject: idFor(key), field, language: fields.get(field)?.perLanguage === true ? 'de' : null, value, source, sourceKind: 'list',
    scope: scope ?? 'public', saidAt: SAID, validFrom: null, validTo: null,
    confirmedAt: confirmed === undefined ? null : new Date(`${confirmed}T08:00:00Z`),
    confirmedByRole: confirmed === undefined ? null : 'coordination',
  }));
}

async function tell(entries: readonly Told[]): Promise<void> {
  await database.as(system('test')).write((tx) => say(tx, REGISTER, {
    subjects: entries.map(({ key, kind }) => ({ id: idFor(key), kind })),
    claims: entries.flatMap(claimsOf),
    at: SAID,
  }));
}

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
  'Sprachcafé, Sonntag, Arabisch', 'sprachcafe sunday arabic', 'Sprachcafé Pazar Arapça', 'Sprachcafé الأحد العربية', 'Sprachcafé неділя арабська',
  'Sprachcafé am Sonntag ohne Papiere', 'kostenlos Sprachcafé',
])('"%s" finds the language café on Sunday in Arabic', async (q) => {
  expect(await keys(`q=${encodeURIComponent(q)}`)).toEqual(['cafe']);
});

test.each([
  ['Sprahcafe Löwenplatz', 'cafe'], ['Sprachcaef Lowenplatz', 'cafe'], ['Fluchtlingsberatnug', 'advice'], ['Turkischer', 'parents'],
  ['Tuerkischer Elternverien', 'parents'], ['جمعية الجصر', 'bridge'], ['جسر', 'bridge'], ['українскої', 'union'], ['молодi', 'union'],
  ['Beratung', 'advice'], ['Nujin', 'cafe'], ['Elternver', 'parents'],
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
  expect(found.notes).toEqual([{ key: 'finding.note.dropped', values: { words: '„Xylophon“', count: 1 } }]);
});

test('facets narrow down and count as if nothing of their own were chosen', async () => {
  const found = await ask('q=Sprachcafé&day=7');
  expect(found.total).toBe(1);
  expect(found.facets.find(({ facet }) => facet === 'day')?.values).toEqual([
    { value: '2', count: 1, chosen: false },
    { value: '7', count: 1, chosen: true },
  ]);
  expect(found.facets.find(({ facet }) => facet === 'language')?.values.map(({ value }) => value)).toEqual(['ar', 'kmr']);
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
  const { query, notes } = readQuery(new URLSearchParams('page=0&day=9&km=-3&stand=2026-02-30&language=%3Cscript%3E&field=health'));
  expect(query).toMatchObject({ page: 1, km: null, stand: null, chosen: { day: [], language: [], field: ['health'] } });
  expect(notes.map(({ values }) => String(values?.['name'])).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['day', 'km', 'language', 'page', 'stand']);
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

test('a stranger never finds anything by a fact that is not public', async () => {
  const hidden: Told = { key: 'hidden', kind: 'organisation', scope: 'partner', facts: { name: 'Kanarienvogel', description: 'zwitscherblau', topics: ['Zwitscherblau'], mailbox: 'zwitscherblau@x.example' } };
  await tell([hidden, { key: 'half', kind: 'organisation', facts: { name: 'Halboffen', website: 'https://x.example/' } }]);
  await database.as(system('test')).write((tx) => say(tx, REGISTER, {
    claims: claimsOf({ key: 'half', kind: 'organisation', scope: 'partner', facts: { street: 'Zwitscherblaustraße 3', description: 'zwitscherblau' } }), at: SAID,
  }));
  for (const by of [finder, openFinder(gazetteer)]) {
    for (const q of ['Kanarienvogel', 'zwitscherblau', 'Zwitscherblaustraße', 'zwitscher']) {
      expect(await ask(`q=${q}`, by)).toMatchObject({ total: 0 });
    }
    expect((await ask('q=Halboffen', by)).total).toBe(1);
  }
  expect((await ask('q=zwitscherblau&stand=2026-11-20')).total).toBe(0);
});

test('the order does not depend on the order in which things were told', async () => {
  const other = await openTestDatabase([claimsStep, findingStep]);
  const mine = database;
  try {
    database = other;
    source = await other.as(system('test')).write((tx) => insertSource(tx, {
      kind: 'list', speaker: null, publisher: 'Rhönau', licence: 'CC0', takedownContact: 'x@rhoenau.example', retrievedAt: SAID,
    }, 0));
    for (const entry of ENTRIES.toReversed()) await tell([entry]);
    const there = openFinder(gazetteer);
    const answers = await Promise.all(['', 'q=Sprachcafé', 'q=Verein'].map((address) => keys(address, there)));
    database = mine;
    const known = new Set(ENTRIES.map(({ key }) => key));
    for (const [at, address] of ['', 'q=Sprachcafé', 'q=Verein'].entries()) {
      expect((await keys(address)).filter((key) => known.has(key))).toEqual(answers[at]);
    }
  } finally {
    database = mine;
    await other.close();
  }
});

test('a list is found in the moment it is published, and gone in the moment it is taken back', async () => {
  const write = database.as(system('test'));
  const keeper = { db: write, actor: system('test'), register: REGISTER };
  const entry: Told = { key: 'listed', kind: 'offer', facts: { name: 'Nähwerkstatt Zickzack' } };
  const step = { subjects: [{ id: idFor('listed'), kind: 'offer' as const }], claims: claimsOf(entry) };
  expect((await ask('q=Zickzack')).total).toBe(0);
  const revision = await write.write((tx) => beginRevision(tx, 'import', SAID));
  await write.write((tx) => reviseNew(tx, REGISTER, revision, step));
  expect((await ask('q=Zickzack')).total).toBe(0);
  await write.write((tx) => publishRevision(tx, REGISTER, revision));
  expect((await ask('q=Zickzack')).total).toBe(1);
  await tidyRevision(keeper, revision);
  expect((await ask('q=Zickzack')).total).toBe(1);
  const cover = await withdrawRevision(keeper, revision, SAID, () => Promise.resolve());
  expect((await ask('q=Zickzack')).total).toBe(0);
  await finishWithdrawal(keeper, revision, cover, () => Promise.resolve());
  expect((await ask('q=Zickzack')).total).toBe(0);
  const second = await write.write((tx) => beginRevision(tx, 'import', SAID));
  await write.write((tx) => reviseNew(tx, REGISTER, second, step));
  await discardRevision(keeper, second);
  expect((await ask('q=Zickzack')).total).toBe(0);
});

test('a change is found at once, also by the other processes', async () => {
  const second = openFinder(gazetteer);
  expect((await ask('q=Regenbogenhaus', second)).total).toBe(0);
  await tell([{ key: 'new', kind: 'organisation', facts: { name: 'Regenbogenhaus' } }]);
  expect((await ask('q=Regenbogenhaus', second)).total).toBe(1);
  expect((await ask('q=Regenbogenhaus')).total).toBe(1);
});

test('the register of an earlier day is found by the same rules', async () => {
  expect(await keys('q=Sprahcafe Sonntag&stand=2026-11-20')).toEqual(['cafe']);
  expect((await ask('q=Sprachcafé&stand=2026-09-30')).total).toBe(0);
});

test('writing the register anew changes no byte and nothing that is found', async () => {
  const before = await keys('');
  const { same } = await rebuild({ db: database.as(system('test')), actor: system('test'), register: REGISTER });
  expect(same).toEqual({ finding_entry: true });
  expect(await keys('')).toEqual(before);
});
