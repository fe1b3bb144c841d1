import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTold, tell, type Told } from '../../../test/told.ts';
import { STRANGER } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { openGazetteer } from '../places/index.ts';
import { find, openFinder, readQuery, type Found } from './index.ts';

const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src', { strict: false }).in('de');
const finder = openFinder(openGazetteer());
let database: Database;

const times = (...days: readonly number[]): Json =>
  days.map((day) => ({ day, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }));
const chemnitz: Json = { place: 'DE-14511-chemnitz', postcode: '09111', name: 'Chemnitz' };
const dresden: Json = { place: 'DE-14612-dresden', postcode: '01067', name: 'Dresden' };

const ENTRIES: readonly Told[] = [
  {
    key: 'sunday',
    kind: 'offer',
    confirmed: '2026-11-01',
    facts: {
      name: 'Sprachcafé',
      languages: ['ar', 'de'],
      targetGroups: ['women', 'newcomers'],
      times: times(7),
      fieldsOfAction: ['education', 'culture'],
      papersAsked: 'no',
      cost: 'free',
      anonymousPossible: 'yes',
      place: chemnitz,
    },
  },
  {
    key: 'monday',
    kind: 'offer',
    facts: {
      name: 'Sprachcafé',
      languages: ['ar'],
      times: times(1),
      fieldsOfAction: ['education'],
      papersAsked: 'no',
      cost: 'fee',
      place: chemnitz,
    },
  },
  {
    key: 'friday',
    kind: 'offer',
    facts: {
      name: { de: 'Erzählcafé', ar: 'مقهى اللغات' },
      languages: ['uk'],
      times: times(5, 6),
      fieldsOfAction: ['culture'],
      appointment: 'no',
      stepFree: 'yes',
      place: dresden,
    },
  },
  {
    key: 'office',
    kind: 'offer',
    facts: {
      name: 'Sprechstunde',
      languages: ['de', 'tr'],
      times: times(1, 7),
      papersAsked: 'yes',
      publicBody: 'yes',
      cost: 'free',
      place: chemnitz,
    },
  },
  { key: 'mueller', kind: 'organisation', facts: { name: 'Begegnungshaus Müller', languages: ['de'] } },
  { key: 'mueller-ascii', kind: 'organisation', facts: { name: 'Nachbarschaft Mueller', languages: ['de'] } },
  { key: 'muller', kind: 'organisation', facts: { name: 'Fondation Muller', languages: ['fr'] } },
  { key: 'women', kind: 'organisation', facts: { name: { ar: 'جمعيّة نساء الأمل' }, languages: ['ar'] } },
  { key: 'health', kind: 'organisation', facts: { name: { uk: 'Простір здоров’я «Надія»' }, languages: ['uk'] } },
];

beforeAll(async () => {
  database = await openTold();
  await tell(database, ENTRIES);
});
afterAll(() => database.close());

function ask(address: string): Promise<Found> {
  return find(
    { db: database.as(STRANGER), actor: STRANGER, clock, words },
    finder,
    readQuery(new URLSearchParams(address)).query,
  );
}

async function keys(address: string): Promise<readonly string[]> {
  const names = new Map(ENTRIES.map(({ key }) => [idFor(key), key]));
  return (await ask(address)).results.map(({ subject }) => names.get(subject) ?? subject);
}

test.each([
  ['words', 'q=Sprechstunde', ['office']],
  ['field of action', 'field=culture', ['friday', 'sunday']],
  ['language of the offer', 'language=uk', ['friday', 'health']],
  ['target group', 'group=women', ['sunday']],
  ['day', 'day=1', ['monday', 'office']],
  ['two days, one of which is enough', 'day=1,5', ['friday', 'monday', 'office']],
  ['place', 'place=Dresden', ['friday']],
  ['postcode', 'place=01067', ['friday']],
  ['distance', 'place=Chemnitz&km=10', ['monday', 'office', 'sunday']],
  ['greater distance', 'place=Chemnitz&km=100', ['friday', 'monday', 'office', 'sunday']],
  ['access condition', 'condition=noPapers', ['monday', 'sunday']],
  ['two access conditions, both of which are needed', 'condition=noPapers,free', ['sunday']],
  ['kind', 'kind=organisation', ['health', 'mueller', 'mueller-ascii', 'muller', 'women']],
  [
    'everything at once',
    'q=Sprachcafe&language=ar&day=7&place=Chemnitz&km=10&condition=noPapers&field=education&group=women&kind=offer',
    ['sunday'],
  ],
])('results are narrowed down by %s', async (_, address, expected) => {
  expect((await keys(address)).toSorted()).toEqual(expected);
});

test('counts of a facet are right under the other filters', async () => {
  const count = (found: Found, facet: string) =>
    Object.fromEntries(
      found.facets.find((one) => one.facet === facet)?.values.map(({ value, count: many }) => [value, many]) ?? [],
    );
  const arabic = await ask('language=ar&kind=offer');
  expect(count(arabic, 'day')).toEqual({ 1: 1, 7: 1 });
  expect(count(arabic, 'condition')).toEqual({ noPapers: 2, free: 1, anonymous: 1 });
  expect(count(arabic, 'language')).toEqual({ ar: 2, de: 2, tr: 1, uk: 1 });
  const near = await ask('place=Dresden&km=10');
  expect(count(near, 'day')).toEqual({ 5: 1, 6: 1 });
  for (const { facet, values } of arabic.facets) {
    for (const { value, count: told } of values) {
      const address =
        facet === 'language'
          ? `kind=offer&language=${value}`
          : facet === 'kind'
            ? `language=ar&kind=${value}`
            : `language=ar&kind=offer&${facet}=${value}`;
      expect([facet, value, (await ask(address)).total]).toEqual([facet, value, told]);
    }
  }
});

test.each(['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller'])(
  '"%s" finds every way to write the name',
  async (q) => {
    expect((await keys(`q=${encodeURIComponent(q)}`)).toSorted()).toEqual(['mueller', 'mueller-ascii', 'muller']);
  },
);

test.each(['جمعية الأمل', 'جمعيه الامل', 'جَمْعِيَّة الأَمَل', 'امل نسا', 'للنساء جمعية', 'جمعـــية نساء'])(
  'Arabic is found as it is typed: "%s"',
  async (q) => {
    expect(await keys(`q=${encodeURIComponent(q)}`)).toContain('women');
  },
);

test.each(['здоров’я', "здоров'я", 'здоровя', 'Надія', 'надiя', 'НАДІЯ простір'])(
  'Cyrillic is found as it is typed: "%s"',
  async (q) => {
    expect(await keys(`q=${encodeURIComponent(q)}`)).toEqual(['health']);
  },
);

test.each([
  'Sprachcafé Sonntag Arabisch',
  'language café Sunday Arabic',
  'dil kafesi pazar Arapça',
  'مقهى اللغات الأحد العربية',
  'мовне кафе неділя арабська',
  'мовне кафе у неділю арабською',
  'Sprachcafe sonntags arabisch',
  'арабська, неділя, мовне кафе',
])('"%s" finds what is only named in German, by day and language', async (q) => {
  expect((await keys(`q=${encodeURIComponent(q)}`))[0]).toBe('sunday');
});

test('a day does not mean the day that begins with its name', async () => {
  expect(await keys('q=Sprachcafé pazar')).toEqual(['sunday']);
  expect(await keys('q=cuma&kind=offer')).toEqual(['friday']);
});

test('each result says why it is here, also for what was chosen, and when it was confirmed last', async () => {
  const { results } = await ask('q=Sprachcafé&day=7&condition=noPapers');
  expect(results[0]).toMatchObject({
    confirmedOn: '2026-11-01',
    why: [
      { typed: 'Sprachcafé', by: 'word', foundIn: 'name' },
      { by: 'choice', code: 'day:7' },
      { by: 'choice', code: 'condition:noPapers' },
    ],
  });
});
