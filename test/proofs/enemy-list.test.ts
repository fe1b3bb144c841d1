import { afterAll, beforeAll, expect, test } from 'vitest';
import { idFor, isId } from '../../src/plain/ids.ts';
import { ORIGIN, type Who } from './house.ts';
import { linksIn, unescapeHtml } from './pages.ts';
import { openCounty, type County } from './people.ts';
import { fill, holesIn, routesOf } from './routes.ts';

/** What two collectors ask together: one without an account, one that has just made itself an account. */
const REQUESTS = 10_000;
/** More than this no single answer hands out at once, whatever is asked for. */
const MOST_ENTRIES = 50;
/** The days that are asked for; what a page says back of them tells nothing. */
const STANDS: readonly string[] = ['2020-01-01', '2026-01-01', '2026-11-01'];

let county: County;
const collectors: Collected[] = [];

interface Collected {
  readonly name: string;
  readonly who: Who;
  asked: number;
  /** Every piece of text that an answer had between its tags and quotes, once. */
  readonly pieces: Set<string>;
  readonly statuses: Map<number, number>;
  /** Address → which organisations and offers it named. */
  readonly entries: Map<string, number>;
  readonly paths: Set<string>;
}

beforeAll(async () => {
  county = await openCounty();
  for (const [name, who] of [
    ['stranger', county.who.stranger],
    ['account', county.who.account],
  ] as const)
    collectors.push(await collect(name, who, REQUESTS / 2));
}, 300_000);
afterAll(async () => {
  await county.close();
});

/** Follows every link, then searches for everything, then guesses, until all requests are used up. */
async function collect(name: string, who: Who, limit: number): Promise<Collected> {
  const found: Collected = {
    name,
    who,
    asked: 0,
    pieces: new Set(),
    statuses: new Map(),
    entries: new Map(),
    paths: new Set(),
  };
  const ask = async (path: string): Promise<string> => {
    found.asked += 1;
    const { status, text } = await county.get(path, who);
    found.statuses.set(status, (found.statuses.get(status) ?? 0) + 1);
    // Files to try, with invented people in them; only the invented county has them.
    if (status !== 200 || path.startsWith('/beispiele/')) return '';
    for (const piece of text.split(/[<>"\n]/)) if (piece.length > 4) found.pieces.add(piece);
    found.entries.set(
      path,
      new Set([...text.matchAll(/\/(?:organisationen|angebote)\/([0-9a-f-]{36})/g)].map(([, id]) => id)).size,
    );
    return text;
  };
  const waiting = new Set(['/']);
  for (const path of waiting) {
    if (found.asked >= limit * 0.6) break;
    if (found.paths.has(path)) continue;
    found.paths.add(path);
    for (const link of linksIn(await ask(path), ORIGIN, path)) {
      // Other languages of a page say the same; of every tenth page they are read too.
      if (!link.includes('lang=') || waiting.size % 10 === 0) waiting.add(link);
    }
  }
  const ids = [...found.paths].flatMap(
    (path) => /^\/(organisationen|angebote|netzwerke)\/([0-9a-f-]{36})$/.exec(path)?.slice(0, 3) ?? [],
  );
  for (const path of guesses(ids)) {
    if (found.asked >= limit) break;
    await ask(path);
  }
  return found;
}

/** All that somebody tries who wants more than pages show. */
function* guesses(known: readonly string[]): Generator<string> {
  const pages = known.filter((part) => part.startsWith('/'));
  const ids = known.filter(isId);
  for (const query of [
    '',
    ...'abcdefghijklmnopqrstuvwxyzäöü',
    '0',
    '1',
    '+49',
    '0371',
    'straße',
    'str.',
    'weg',
    'platz',
    '@',
    'gmail',
    '%',
    '_',
    '*',
  ])
    for (const part of ['finden', 'finden.atom', 'finden.json'])
      for (const more of [
        '',
        '&page=2',
        '&page=50',
        '&page=51',
        '&page=999999',
        '&size=10000',
        '&limit=10000&per_page=10000',
        `&stand=${STANDS[1]}`,
        '&place=Rhönau&km=500',
      ])
        yield `/${part}?q=${encodeURIComponent(query)}${more}`;
  for (const [at, page] of pages.entries()) {
    yield `${page}.json`;
    if (at % 3 === 0) for (const day of STANDS) yield `${page}?stand=${day}`;
    if (at % 5 === 0)
      for (const name of ['scope=own', 'all=1', 'format=json', 'fields=*', 'expand=street', 'debug=1', 'as=operator'])
        yield `${page}.json?${name}`;
  }
  const patterns = routesOf(county).filter(({ method }) => method === 'GET');
  for (const { pattern } of patterns)
    for (const id of [idFor('guess'), ...ids.slice(0, 12)])
      yield fill(pattern, Object.fromEntries(holesIn(pattern).map((hole) => [hole, id])));
  for (const path of [
    '/api',
    '/export',
    '/organisationen',
    '/organisationen.json',
    '/organisationen.csv',
    '/angebote',
    '/netzwerke.json',
    '/listen.json',
    '/sitemap.xml',
    '/robots.txt',
    '/.well-known/security.txt',
    '/.env',
    '/outbox',
    '/uploads',
    '/backup',
    '/data/db',
    '/assets.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])
    yield path;
  // Neighbours of what is known, and the ids of every other table.
  for (let turn = 0; ; turn += 1) {
    const id = ids[turn % Math.max(1, ids.length)] ?? idFor('none');
    const next = BigInt(`0x${id.replaceAll('-', '')}`) + BigInt(turn + 1);
    const hex = next.toString(16).padStart(32, '0').slice(-32);
    const spelled = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    yield `/${['organisationen', 'angebote', 'netzwerke', 'listen', 'importe'][turn % 5]}/${turn % 2 === 0 ? spelled : String(turn)}`;
  }
}

/** Everything that was said and is not for everyone: `field value`. */
async function secrets(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await county.sql(
    `select distinct c.field, c.value #>> '{}' as value from claim c join subject s on s.id = c.subject
     where c.scope <> 'public' or s.withdrawn_at is not null`,
  );
  const { rows: open } = await county.sql(
    `select c.value #>> '{}' as value from claim c join subject s on s.id = c.subject
     where c.scope = 'public' and s.withdrawn_at is null`,
  );
  const { rows: people } = await county.sql(
    `select 'account' as field, unnest(array[id::text, alias, mail]) as value from account
     union all select 'session', id::text from session union all select 'role', id::text from role
     union all select 'term', id::text from role_term union all select 'mail', id::text from mail`,
  );
  const shown = open.map(({ value }) => String(value)).join('\n');
  return new Map(
    [...rows, ...people].flatMap(({ field, value }) =>
      typeof value === 'string' && value.length > 5 && !shown.includes(value) && !STANDS.includes(value)
        ? [[value, String(field)] as const]
        : [],
    ),
  );
}

test('ten thousand questions bring not one street, person or word that is not for everyone', async () => {
  const hidden = await secrets();
  expect([...new Set(hidden.values())].toSorted()).toEqual(expect.arrayContaining(['account', 'members', 'street']));
  const own = (value: string, name: string) => name === 'account' && /^Frische Feder|^frischefeder/.test(value);
  const out: string[] = [];
  for (const { name, pieces, asked } of collectors) {
    expect(asked).toBe(REQUESTS / 2);
    const text = unescapeHtml([...pieces].join('\n'));
    for (const [value, field] of hidden)
      if (text.includes(value) && !own(value, name)) out.push(`${name} reads ${field}: ${value}`);
  }
  expect(out).toEqual([]);
});

test('every number to call that was collected is one that its organisation shows to everyone', async () => {
  const { rows } = await county.sql(
    `select distinct c.value #>> '{}' as phone from claim c join subject s on s.id = c.subject
     where c.field = 'phone' and c.scope = 'public' and s.withdrawn_at is null`,
  );
  const open = new Set(rows.map(({ phone }) => String(phone).replace('+49', '0')));
  expect(open.size).toBeGreaterThan(50);
  const numbers = new Set<string>();
  for (const { pieces } of collectors)
    for (const piece of pieces)
      for (const [, number = ''] of piece.matchAll(/(?<![\w-])((?:\+49|0049|0[1-9])[\d /()–-]{7,}\d)(?![\w-])/g))
        numbers.add(plainNumber(number));
  expect(numbers.size).toBeGreaterThan(20);
  expect([...numbers].filter((number) => !open.has(number))).toEqual([]);
});

function plainNumber(text: string): string {
  return text.replaceAll(/[^\d+]/g, '').replace(/^(\+49|0049)0?/, '0');
}

test('no feed, no page and no way of paging hands out more at once than a page shows', () => {
  for (const { name, entries } of collectors) {
    const large = [...entries].filter(
      ([path, count]) => count > MOST_ENTRIES && !path.startsWith('/netzwerke/') && !path.startsWith('/listen/'),
    );
    expect(large, name).toEqual([]);
  }
});

test('the one who has just made an account collects nothing that a stranger does not', async () => {
  const [stranger, account] = collectors;
  const { rows } = await county.sql(
    `select distinct value #>> '{}' as value from claim where jsonb_typeof(value) = 'string' and length(value #>> '{}') > 8`,
  );
  const read = (one: Collected | undefined) => {
    const text = unescapeHtml([...(one?.pieces ?? [])].join('\n'));
    return new Set(rows.map(({ value }) => String(value)).filter((value) => text.includes(value)));
  };
  const [fromOutside, fromInside] = [read(stranger), read(account)];
  expect(fromOutside.size).toBeGreaterThan(200);
  // The order in which both come by differs; what counts is whether a stranger could have had it.
  const visible = await county.home.database
    .as({ kind: 'stranger' })
    .read((db) => db.selectFrom('claim').select('value').execute());
  const open = new Set(visible.map(({ value }) => String(value)));
  expect([...fromInside].filter((value) => !fromOutside.has(value) && !open.has(value))).toEqual([]);
});

test('no address counts: whoever has one knows no other', () => {
  for (const { paths } of collectors) {
    const counted = [...paths].filter(
      (path) =>
        path
          .split('?')[0]
          ?.split('/')
          .some((part) => /^\d+$/.test(part)) === true,
    );
    expect(counted).toEqual([]);
    expect([...paths].filter((path) => /[?&](id|nr|no)=\d+/.test(path))).toEqual([]);
  }
});

test('nothing breaks under the collectors', () => {
  for (const { name, statuses } of collectors) {
    expect(
      [...statuses.keys()].filter((status) => status >= 500),
      name,
    ).toEqual([]);
    expect(statuses.get(200) ?? 0, name).toBeGreaterThan(1_500);
  }
});
