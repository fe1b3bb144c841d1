import { afterAll, beforeAll, expect, test } from 'vitest';
import { idFor } from '../../src/plain/ids.ts';
import { formsByRoute, type SentForm } from './forms.ts';
import { openCounty, SHOWN, type County } from './people.ts';
import { fill, holesIn, kindOfHole, routesOf, type Route } from './routes.ts';
import { differenceOf, headersOf, told } from './told.ts';

let county: County;
/** Kind of thing → what stands behind an address that the asker must not know of. Each answers like nothing at all. */
let hidden: Readonly<Record<string, readonly string[]>>;

const NOBODY = idFor('nobody at all');
const UNKNOWN = 'A'.repeat(43);
const ODD = ['x', `${NOBODY}x`, NOBODY.toUpperCase(), '%00', "'", '..%2F..', '%F0%9F%A6%89'];
const ASKERS = ['stranger', 'account', 'other'] as const;

beforeAll(async () => {
  county = await openCounty();
  const { together } = county;
  const { links } = together;
  const now = county.home.clock.now();
  const tokens = (purpose: string) => [
    links.make(purpose, later(now, 30)).token,
    links.make(purpose, later(now, -1)).token,
    links.make(purpose === 'confirm' ? 'voice' : 'confirm', later(now, 30)).token,
    UNKNOWN,
  ];
  const { things } = county;
  hidden = {
    organisation: [things.organisation],
    offer: [things.offer],
    network: [things.network],
    list: [things.list],
    import: [things.import],
    notice: [things.notice],
    mail: [things.mail],
    session: [things.session],
    passkey: [idFor('passkey')],
    invitation: [things.invitation],
    term: [things.term],
    picture: [things.picture],
    cooperation: [together.cooperation, together.begun, together.ended, together.left],
    agreement: [together.agreement],
    'kept agreement': [together.kept],
    commitment: [idFor('task-1'), idFor('duty-1'), idFor('the-exit')],
    conversation: [together.conversation.id],
    request: [together.request, together.answered],
    introduction: [together.introduction],
    'search request': [together.search],
    'talking point': [together.point],
    'calendar token': tokens('calendar').map((token) => `${token}.ics`),
    'conversation token': tokens('conversation'),
    'answer token': tokens('answer-request'),
    'introduction token': tokens('introduction'),
    'entrance token': [UNKNOWN, things.session],
    'invitation token': [UNKNOWN, things.invitation],
    'confirm token': tokens('confirm'),
    'voice token': tokens('voice'),
    'objection token': tokens('not-us'),
    part: ['kontakt', 'contact', 'voice'],
    'part of a sheet': ['erwartungen'],
    section: ['ziele'],
    question: ['offer'],
    number: ['1'],
    language: ['ar'],
    file: [],
  };
  // What is read once and then known does not count.
  await county.get('/', county.who.other);
});
afterAll(async () => {
  await county.close();
});

function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** What every asker is shown of these is public: they are no secret to compare with. */
const OPEN: ReadonlySet<string> = new Set(['GET /listen/:id']);

async function answerTo(
  route: Route,
  values: Readonly<Record<string, string>>,
  asker: (typeof ASKERS)[number],
  form: SentForm = { said: 'yes' },
) {
  const path = fill(route.pattern, values);
  const init: RequestInit = route.method === 'POST' ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const before = county.statements();
  const answer = await county.ask(path, county.who[asker], init);
  return { told: told(answer, Object.values(values)), statements: county.statements() - before, status: answer.status };
}

const holed = () => routesOf(county).filter(({ pattern }) => pattern.includes(':'));

test('for every address with something secret in it there is something to compare', () => {
  const unknown = holed().flatMap(({ pattern }) =>
    holesIn(pattern)
      .filter((hole) => hidden[kindOfHole(pattern, hole) ?? ''] === undefined)
      .map((hole) => `${pattern} has no example for :${hole}`),
  );
  expect(unknown).toEqual([]);
  expect(holed().length).toBeGreaterThan(60);
  for (const [kind, ids] of Object.entries(hidden)) expect(ids.includes(''), kind).toBe(false);
});

test('what is hidden answers like what does not exist, to the byte and to the statement', async () => {
  const seen: string[] = [];
  for (const route of holed()) {
    if (OPEN.has(`${route.method} ${route.pattern}`)) continue;
    const [first = '', ...rest] = holesIn(route.pattern);
    const parts = Object.fromEntries(rest.map((hole) => [hole, exampleOf(route.pattern, hole)]));
    for (const suffix of route.method === 'GET' && /^\/(organisationen|angebote)\/:id$/.test(route.pattern)
      ? ['', '.json']
      : ['']) {
      for (const asker of ASKERS) {
        const with_ = (value: string) => answerTo(route, { ...parts, [first]: `${value}${suffix}` }, asker);
        const missing = await with_(missingOf(route.pattern, first));
        for (const value of hidden[kindOfHole(route.pattern, first) ?? ''] ?? []) {
          const found = await with_(value);
          if (found.told !== missing.told)
            seen.push(`${asker} ${route.method} ${route.pattern}${suffix}: ${differenceOf(found.told, missing.told)}`);
          // A forged token is refused by its seal alone; who has a sealed one was given it.
          else if (!isToken(route.pattern, first) && found.statements !== missing.statements)
            seen.push(
              `${asker} ${route.method} ${route.pattern}${suffix}: ${found.statements} statements, ${missing.statements} for nothing`,
            );
        }
      }
    }
  }
  expect(seen).toEqual([]);
});

test('the very form that a partner could send tells others nothing, whatever stands in it', async () => {
  const ids = (kind: string | null) => hidden[kind ?? '']?.filter((id) => !ODD.includes(id)) ?? [];
  const forms = new Map([
    ...BY_HAND,
    ...(await formsByRoute(county, [county.who.partner, county.who.second, county.who.own], ids)),
  ]);
  const routes = holed().filter(({ method, pattern }) => method === 'POST' && TOGETHER.test(pattern));
  expect(routes.filter(({ pattern }) => !forms.has(pattern)).map(({ pattern }) => pattern)).toEqual([]);
  const seen: string[] = [];
  for (const route of routes) {
    const [first = '', ...rest] = holesIn(route.pattern);
    const parts = Object.fromEntries(rest.map((hole) => [hole, exampleOf(route.pattern, hole)]));
    for (const asker of ASKERS)
      for (const form of forms.get(route.pattern) ?? []) {
        const missing = await answerTo(route, { ...parts, [first]: NOBODY }, asker, form);
        for (const value of ids(kindOfHole(route.pattern, first))) {
          const found = await answerTo(route, { ...parts, [first]: value }, asker, form);
          if (found.told !== missing.told)
            seen.push(`${asker} ${route.pattern}: ${differenceOf(found.told, missing.told)}`);
          else if (found.statements !== missing.statements)
            seen.push(`${asker} ${route.pattern}: ${found.statements} statements, ${missing.statements} for nothing`);
        }
      }
  }
  expect(seen).toEqual([]);
});

/** Forms that no page shows at the point where everything stands here. */
const BY_HAND: ReadonlyMap<string, readonly SentForm[]> = new Map([
  ['/kooperationen/:id/als', [{ organisation: SHOWN }]],
  ['/kooperationen/:id/bogen/abgeben', [{}]],
  ['/kooperationen/:id/bogen/vereinbarung', [{ language: 'de', 'partner.0': 'Etwas' }]],
  ['/kooperationen/:id/anfragen/neu', [{ to: SHOWN, title: 'Etwas', known: 'Etwas', asked: 'Etwas', cents: '100' }]],
  ['/vereinbarungen/:id/entwurf/mitnehmen', [{ paragraph: idFor('task-1') }]],
  ['/vereinbarungen/:id/unterschreiben', [{ way: 'paper', version: 'a'.repeat(64) }]],
  ['/vereinbarungen/:id/zustimmung', [{ hash: 'a'.repeat(64) }]],
  ['/vereinbarungen/:id/zustimmung/zurueck', [{ hash: 'a'.repeat(64) }]],
  ['/gesuche/:id/antwort', [{ organisation: SHOWN }]],
  ['/anfragen/:id/zustimmen', [{}]],
  ['/vorstellungen/:id', [{ answer: 'yes' }, { answer: 'no' }]],
]);

const TOGETHER = /^\/(kooperationen|vereinbarungen|zusagen|anfragen|vorstellungen|gesuche)\//;

test('what is no id at all answers like what does not exist, and never breaks', async () => {
  const seen: string[] = [];
  for (const route of holed()) {
    const [first = '', ...rest] = holesIn(route.pattern);
    const parts = Object.fromEntries(rest.map((hole) => [hole, exampleOf(route.pattern, hole)]));
    const missing = await answerTo(route, { ...parts, [first]: missingOf(route.pattern, first) }, 'other');
    for (const value of ODD) {
      const found = await answerTo(route, { ...parts, [first]: value }, 'other');
      if (found.status !== 404 && found.status !== missing.status)
        seen.push(`${route.method} ${route.pattern} ${value}: ${found.status} instead of ${missing.status}`);
      if (found.status === 404 && missing.status === 404 && headersOf(found.told) !== headersOf(missing.told))
        seen.push(`${route.method} ${route.pattern} ${value}: ${differenceOf(found.told, missing.told)}`);
    }
  }
  expect(seen).toEqual([]);
});

/** Where an organisation is known to everybody, its rooms are not: which of them have something in them nobody can tell. */
test('the rooms of an organisation that everybody knows answer others as those of nobody', async () => {
  const seen: string[] = [];
  for (const route of holed()) {
    const [first = '', ...rest] = holesIn(route.pattern);
    if (kindOfHole(route.pattern, first) !== 'organisation' || PUBLIC_ROOMS.has(route.pattern)) continue;
    const parts = Object.fromEntries(rest.map((hole) => [hole, exampleOf(route.pattern, hole)]));
    for (const asker of ASKERS) {
      const found = await answerTo(route, { ...parts, [first]: SHOWN }, asker);
      const missing = await answerTo(route, { ...parts, [first]: NOBODY }, asker);
      if (found.told !== missing.told)
        seen.push(`${asker} ${route.method} ${route.pattern}: ${differenceOf(found.told, missing.told)}`);
    }
  }
  expect(seen).toEqual([]);
});

/** The page of an organisation itself. */
const PUBLIC_ROOMS: ReadonlySet<string> = new Set(['/organisationen/:id']);

function exampleOf(pattern: string, hole: string): string {
  return hidden[kindOfHole(pattern, hole) ?? '']?.[0] ?? 'x';
}

function isToken(pattern: string, hole: string): boolean {
  return kindOfHole(pattern, hole)?.endsWith('token') === true;
}

function missingOf(pattern: string, hole: string): string {
  const kind = kindOfHole(pattern, hole) ?? '';
  return kind.endsWith('token') ? 'B'.repeat(48) : NOBODY;
}

const USES = ['/organisationen/:id', '/angebote/:id', '/netzwerke/:id'] as const;

test('how long it takes does not tell what is hidden either', async () => {
  for (const pattern of USES) {
    const kind = kindOfHole(pattern, 'id') ?? '';
    const times: Record<'found' | 'missing', number[]> = { found: [], missing: [] };
    for (let turn = 0; turn < 200; turn += 1) {
      const which = turn % 2 === 0 ? 'found' : 'missing';
      const path = fill(pattern, { id: which === 'found' ? (hidden[kind]?.[0] ?? '') : NOBODY });
      const start = performance.now();
      await county.get(path, null);
      times[which].push(performance.now() - start);
    }
    const ratio = quickOf(times.found) / quickOf(times.missing);
    expect(ratio, pattern).toBeLessThan(2);
    expect(ratio, pattern).toBeGreaterThan(0.5);
  }
});

/** What nine of ten take longer than: the work itself, without what a busy machine adds to it. */
function quickOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0;
}

/** Forms that take a name or a code: one that is known here, and one that nobody has. */
const GUESSES = [
  {
    path: '/anmelden',
    known: { alias: 'Eigene Eule' },
    unknown: { alias: 'Keine Kröte' },
    more: { passphrase: 'ganz falsch geraten' },
  },
  { path: '/wiederherstellen/bitte', known: { alias: 'Eigene Eule' }, unknown: { alias: 'Keine Kröte' }, more: {} },
  {
    path: '/wiederherstellen/woerter',
    known: { alias: 'Eigene Eule' },
    unknown: { alias: 'Keine Kröte' },
    more: {
      code: 'apfel birne kirsche dach eimer fahne',
      passphrase: 'siebzehn graue Otter tauchen tief',
      passphraseAgain: 'siebzehn graue Otter tauchen tief',
    },
  },
  {
    path: '/wiederherstellen/code',
    known: { alias: 'Eigene Eule' },
    unknown: { alias: 'Keine Kröte' },
    more: {
      code: 'apfel birne kirsche dach eimer fahne',
      passphrase: 'siebzehn graue Otter tauchen tief',
      passphraseAgain: 'siebzehn graue Otter tauchen tief',
    },
  },
] as const;

test('whoever guesses a name hears the same for one that is there and one that is not', async () => {
  for (const { path, known, unknown, more } of GUESSES) {
    const heard: string[] = [];
    for (const guess of [known, unknown]) {
      const answer = await county.post(path, null, { ...guess, ...more });
      heard.push(told(answer, [guess.alias]).replaceAll(/<b>[^<]*<\/b>|(?<=zum Beispiel diese: )[^.]*/g, ''));
    }
    if (heard[0] !== heard[1]) throw new Error(`${path}: ${differenceOf(heard[0] ?? '', heard[1] ?? '')}`);
  }
});
