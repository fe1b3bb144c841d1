import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { openTold, tell, type Told } from '../../../../test/told.ts';
import { frameOf, openWeb } from '../../../../test/web.ts';
import { system } from '../../../plain/actor.ts';
import type { Scope } from '../../../plain/scope.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { Env } from '../../../platform/http/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { openGazetteer } from '../../places/index.ts';
import { addFindingPages, find, openFinder, readQuery, type Finder } from '../index.ts';

/** Two houses that know the same in public. In one of them there is much more that is not public. */
interface House {
  readonly database: Database;
  readonly web: Hono<Env>;
  readonly finder: Finder;
}

const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src', { strict: false });
let open: House;
let guarded: House;

const PUBLIC: readonly Told[] = [
  {
    key: 'circle',
    kind: 'organisation',
    facts: { name: 'Nachbarschaftskreis', languages: ['de'], place: { place: 'DE-14511-chemnitz', name: 'Chemnitz' } },
  },
  {
    key: 'tea',
    kind: 'offer',
    confirmed: '2026-06-01',
    facts: { name: 'Teestube', fieldsOfAction: ['culture'], languages: ['de'] },
  },
  { key: 'loft', kind: 'organisation', facts: { name: 'Dachboden', kind: 'initiative' } },
];

const hidden = (scope: Scope): readonly Told[] => [
  {
    key: 'circle',
    kind: 'organisation',
    scope,
    isKnown: true,
    confirmed: '2026-11-20',
    facts: {
      street: 'Zwitscherblaustraße 3',
      point: { lat: 51.05, lon: 13.74 },
      description: 'zwitscherblau',
      topics: ['Zwitscherblau'],
      shortName: 'ZWB',
      district: 'Zwitscherviertel',
      mailbox: 'zwitscherblau@x.example',
      name: { ar: 'كناري' },
    },
  },
  {
    key: 'loft',
    kind: 'organisation',
    scope,
    isKnown: true,
    facts: {
      street: 'Zwitscherblaustraße 4',
      languages: ['ti'],
      place: { place: 'DE-14612-dresden', postcode: '01067', name: 'Dresden' },
    },
  },
  {
    key: 'tea',
    kind: 'offer',
    scope,
    isKnown: true,
    confirmed: '2026-11-20',
    facts: {
      carrier: 'Kanarienvogel',
      targetGroups: ['women'],
      times: [{ day: 3, from: '10:00', to: '11:00', zone: 'Europe/Berlin' }],
      papersAsked: 'no',
      cost: 'free',
      validTo: '2026-10-31',
    },
  },
  {
    key: `bird-${scope}`,
    kind: 'organisation',
    scope,
    facts: { name: 'Kanarienvogel', languages: ['ti'], fieldsOfAction: ['housing'] },
  },
];

beforeAll(async () => {
  open = await build([]);
  guarded = await build(['network', 'partner', 'own']);
});
afterAll(async () => {
  await open.database.close();
  await guarded.database.close();
});

async function build(scopes: readonly Scope[]): Promise<House> {
  const database = await openTold();
  await tell(database, PUBLIC);
  for (const scope of scopes) await tell(database, hidden(scope));
  const web = openWeb({ database, clock });
  const finder = openFinder(openGazetteer());
  addFindingPages(web, { frame: frameOf(), finder });
  return { database, web, finder };
}

const QUESTIONS = [
  '',
  'q=zwitscherblau',
  'q=zwitscher',
  'q=Zwitscherblaustra%C3%9Fe',
  'q=zwitscherblua',
  'q=Kanarienvogel',
  'q=%D9%83%D9%86%D8%A7%D8%B1%D9%8A',
  'q=Kanarienvogle',
  'q=ZWB',
  'q=Dresden',
  'q=01067',
  'q=Mittwoch',
  'q=Tigrinya',
  'q=ohne+Papiere',
  'q=Frauen',
  'q=Nachbarschaftskreis+zwitscherblau',
  'q=Teestube+Kanarienvogel',
  'field=housing',
  'language=ti',
  'group=women',
  'day=3',
  'condition=noPapers',
  'condition=free',
  'kind=organisation',
  'kind=offer',
  'place=Dresden',
  'place=01067',
  'place=Dresden&km=20',
  'place=Chemnitz',
  'place=Chemnitz&km=2',
  'place=Sachsen',
  'stand=2026-11-20',
  'q=zwitscherblau&stand=2026-11-20',
  'place=Dresden&stand=2026-11-20',
  'page=2',
];

test.each(['/finden', '/finden.atom', '/finden.json'])(
  'what is not public changes no sign of what a stranger gets at %s',
  async (path) => {
    for (const question of QUESTIONS) {
      const [there, here] = await Promise.all(
        [open, guarded].map(async ({ web }) => (await web.request(`${path}?${question}&lang=de`)).text()),
      );
      expect(here, question).toBe(there);
    }
  },
);

test('nor after somebody has asked who may see more', async () => {
  const inside = { db: guarded.database.as(system('test')), actor: system('test'), clock, words: words.in('de') };
  const finder = openFinder(openGazetteer());
  const stranger = {
    ...inside,
    db: guarded.database.as({ kind: 'stranger' as const }),
    actor: { kind: 'stranger' as const },
  };
  for (const question of QUESTIONS) {
    const { query } = readQuery(new URLSearchParams(question));
    await find(inside, finder, query);
    const there = { ...stranger, db: open.database.as({ kind: 'stranger' as const }) };
    expect(await find(stranger, finder, query), question).toEqual(await find(there, open.finder, query));
  }
});

test('where an organisation keeps a word to partners, no list is found in its place, on earlier days neither', async () => {
  const told = async (question: string) => (await guarded.web.request(`/finden.json?${question}`)).text();
  const rose: Told = {
    key: 'rose',
    kind: 'organisation',
    facts: { name: 'Rosengarten', topics: ['Rosenschnitt'], languages: ['ti'] },
  };
  await tell(guarded.database, [rose]);
  expect(await told('q=Rosenschnitt')).toContain('Rosengarten');
  expect(await told('q=Rosenschnitt&stand=2026-11-20')).toContain('Rosengarten');
  await tell(guarded.database, [
    {
      ...rose,
      isKnown: true,
      scope: 'partner',
      confirmed: '2026-11-20',
      facts: { topics: ['Rosenschere'], languages: ['fa'] },
    },
  ]);
  for (const question of ['q=Rosenschnitt', 'q=Rosenschere', 'language=ti', 'language=fa']) {
    expect(await told(question)).not.toContain('Rosengarten');
    expect(await told(`${question}&stand=2026-11-20`)).not.toContain('Rosengarten');
  }
  expect(await told('q=Rosengarten&stand=2026-11-20')).toContain('Rosengarten');
});

test('a stranger cannot read entries, changes or claims of others beside the finder', async () => {
  const seen = await guarded.database
    .as({ kind: 'stranger' })
    .read((db) => db.selectFrom('finding_entry').select(['facts', 'terms', 'strong_terms', 'codes']).execute());
  expect(seen).toHaveLength(4);
  expect(JSON.stringify(seen)).not.toMatch(/zwitscher|kanarien|dresden|01067|housing/i);
});
