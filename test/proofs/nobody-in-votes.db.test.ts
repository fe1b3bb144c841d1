import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/plain/time.ts';
import { PLAN, SEEDS } from '../conversation-house.ts';
import { openHouse, type House } from './house.ts';

/**
 * Whoever holds a dump of the database has every row of every table and nothing else: no secret of the installation,
 * no cookie. Twelve people who are signed in take part; nothing in the dump may tell which of them is which ballot, or
 * wrote which statement.
 */
type Row = Readonly<Record<string, unknown>>;
type Dump = ReadonlyMap<string, readonly Row[]>;

const PEOPLE = 12;
/** What a conversation keeps. In all other tables people may be. */
const CONVERSING = [
  'conversation',
  'conversation_door',
  'paper_code',
  'statement',
  'moderation',
  'dissent',
  'stand',
  'ballot',
];
/** Rows of which one belongs to one person. */
const OF_ONE = ['ballot', 'statement'];
/** Where people are known by. */
const OF_PEOPLE = ['account', 'session', 'role_term', 'throttle'];

let house: House;
let dump: Dump;
const marks: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  await house.begin({ way: 'rhoenau' });
  const organisations = await house.sql(`select id from subject where kind = 'organisation' order by id limit $1`, [
    PEOPLE / 2,
  ]);
  const people: string[] = [];
  for (const [at, { id }] of organisations.rows.entries()) {
    const organisation = String(id);
    await house.sql(`insert into admission (organisation, admitted_on) values ($1, '2026-01-01')`, [organisation]);
    for (const place of ['holder', 'deputy'] as const)
      people.push(await house.enter(`Tier ${at} ${place}`, { kind: 'organisation', organisation, place }));
  }
  const steward = await house.enter('Sorgende Sonne', { kind: 'coordination' });
  await converse(steward, people);
  dump = await dumpOf();
}, 120_000);
afterAll(() => house.close());

/** Everybody joins, votes in their own way, thinks again, and says something. */
async function converse(steward: string, people: readonly string[]): Promise<void> {
  const today = new Date();
  const day = (later: number) => addDays(dayOf(today), later);
  const plan = { ...PLAN, entry: 'network', opensOn: day(-1), endsOn: day(10), steward: 'coordination' };
  const path = (await house.post('/gespraeche/neu', steward, plan)).headers.get('location') ?? '';
  await house.post(`${path}/beginnen`, steward);
  const sheet = await house.get(`${path}/blatt`, steward);
  const door = /(\/g\/[\w-]{48})/.exec(sheet.text)?.[1] ?? '';
  const rows = (await house.sql('select id from statement order by id')).rows.map(({ id }) => String(id));
  for (const [person, session] of people.entries()) {
    const joined = await house.post(door, session);
    const [cookie = ''] = /\bg[0-9a-f]{8}=[^;]+/.exec(joined.headers.getSetCookie().join('; ')) ?? [];
    marks.push(cookie.split('=')[1] ?? '');
    const who = `${session}; ${cookie}`;
    const answers = ['agree', 'disagree', 'pass'];
    for (const [at, statement] of rows.entries())
      if (at !== person % rows.length) {
        const answer = answers[(person + at * (1 + (person % 3))) % 3] ?? '';
        expect((await house.post(`${door}/aussage`, who, { statement, answer })).status).toBe(303);
      }
    await house.post(`${door}/aussage`, who, { statement: rows[(person + 1) % rows.length] ?? '', answer: 'none' });
    const text = `Eigener Gedanke ${'abcdefghijkl'[person]}, ganz anders als alle anderen ${person}.`;
    expect((await house.post(`${door}/neu`, who, { text, sure: text })).status).toBe(303);
  }
  const waiting = (await house.sql(`select id from statement where state = 'waiting' order by id`)).rows;
  for (const [at, { id }] of waiting.entries())
    await house.post(`${path}/aussagen`, steward, {
      statement: String(id),
      ...(at % 3 === 0 ? { act: 'decline', reason: 'notAbout' } : { act: 'let-in' }),
    });
  expect((await house.post(`${path}/stand`, steward)).status).toBe(303);
}

async function dumpOf(): Promise<Dump> {
  const { rows: tables } = await house.sql(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found = new Map<string, readonly Row[]>();
  for (const { schema, name } of tables) {
    const { rows } = await house.sql(`select to_jsonb(t) as row from "${String(schema)}"."${String(name)}" t`);
    found.set(
      String(name),
      rows.map(({ row }) => row as Row),
    );
  }
  return found;
}

/** What could tell one row from another: whole texts, and what looks like a key inside of longer ones. */
function tracesIn(value: unknown): ReadonlySet<string> {
  const traces = new Set<string>();
  const take = (one: unknown): void => {
    if (Array.isArray(one)) for (const part of one) take(part);
    else if (typeof one === 'object' && one !== null)
      for (const [name, part] of Object.entries(one)) for (const each of [name, part]) take(each);
    else if (typeof one === 'number' && Math.abs(one) > 100_000) traces.add(String(one));
    else if (typeof one === 'string' && one.length >= 6)
      for (const trace of [one, ...(one.match(/[\w+=-]{16,}/g) ?? [])]) traces.add(trace);
  };
  take(Object.values(value as Row));
  return traces;
}

/** What leads from a ballot or a statement to anything outside of conversations. */
function leadsIn(tables: Dump): readonly string[] {
  const outside = new Map<string, string>();
  for (const [name, rows] of tables)
    if (!CONVERSING.includes(name)) for (const row of rows) for (const trace of tracesIn(row)) outside.set(trace, name);
  const conversation = String(tables.get('conversation')?.[0]?.['id']);
  for (const name of OF_PEOPLE)
    for (const row of tables.get(name) ?? [])
      for (const trace of tracesIn(row)) for (const hash of hashesOf(trace, conversation)) outside.set(hash, name);
  const leads = OF_ONE.flatMap((name) => {
    const rows = (tables.get(name) ?? []).filter(({ author }) => author !== 'steward').map(tracesIn);
    // What stands in every row says nothing about one of them.
    const telling = new Set(rows.flatMap((row) => [...row]).filter((trace) => !rows.every((row) => row.has(trace))));
    return [...telling].flatMap((trace) => (outside.has(trace) ? [`${name} → ${outside.get(trace)}`] : []));
  });
  const made = OF_ONE.flatMap((name) =>
    (tables.get(name) ?? []).flatMap((row) =>
      // Ids of other versions tell when they were made, and numbers in which order.
      Object.entries(row).flatMap(([column, value]) =>
        (typeof value === 'string' && /^[0-9a-f-]{14}[^4][0-9a-f]{3}-[0-9a-f-]{17}$/.test(value)) ||
        (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) ||
        typeof value === 'number'
          ? [`${name}.${column} tells when`]
          : [],
      ),
    ),
  );
  return [...new Set([...leads, ...made])];
}

/** What a key would be that is made of what one knows, and of no secret. */
function hashesOf(trace: string, conversation: string): readonly string[] {
  const texts = [trace, `${conversation} ${trace}`, `${conversation}${trace}`, `${conversation}/${trace}`];
  return texts.flatMap((text) =>
    (['sha256', 'sha1', 'md5'] as const).flatMap((kind) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => createHash(kind).update(text).digest(form)),
    ),
  );
}

test('all took part, and the dump has every table with what they did', () => {
  expect(dump.get('ballot')).toHaveLength(PEOPLE);
  expect(dump.get('statement')).toHaveLength(SEEDS.length + PEOPLE);
  expect(dump.get('stand')).toHaveLength(1);
  expect(new Set(marks).size).toBe(PEOPLE);
  expect(dump.get('session')?.length).toBeGreaterThan(PEOPLE);
  for (const name of ['account', 'role_term', 'throttle', 'chain_note', 'mail', 'notice', 'job'])
    expect([...dump.keys()]).toContain(name);
});

test('nothing in a dump leads from an account or a session to a ballot or to a statement', () => {
  expect(leadsIn(dump)).toEqual([]);
  const all = JSON.stringify([...dump]);
  for (const mark of marks) expect(all).not.toContain(mark);
});

test.each<[string, string, (row: Row, at: number, from: Dump) => Row]>([
  [
    'an account beside a ballot',
    'ballot → session',
    (row, at, from) => ({ ...row, by: from.get('session')?.[at]?.['account'] }),
  ],
  [
    'a key made of an account',
    'ballot → ',
    (row, at, from) => ({ ...row, key: hash(from.get('account')?.[at]?.['id']) }),
  ],
  ['a moment beside a ballot', 'ballot.at tells when', (row, at) => ({ ...row, at: `2026-11-21T10:00:${10 + at}Z` })],
  ['a running number', 'ballot.place tells when', (row, at) => ({ ...row, place: at })],
])('a dump with %s would be found out', (_, lead, leak) => {
  const leaking = new Map(dump);
  leaking.set(
    'ballot',
    (dump.get('ballot') ?? []).map((row, at) => leak(row, at, dump)),
  );
  expect(leadsIn(leaking).some((found) => found.startsWith(lead))).toBe(true);
});

test.each<[string, string, string]>([
  ['the key of a ballot in a job', 'job', 'ballot'],
  ['the text of a statement in a mail', 'mail', 'statement'],
])('a dump with %s would be found out', (_, table, about) => {
  const row = dump.get(about)?.find(({ author }) => author !== 'steward') ?? {};
  const leaking = new Map(dump).set(table, [...(dump.get(table) ?? []), { about: row['key'] ?? row['texts'] }]);
  expect(leadsIn(leaking)).toEqual([`${about} → ${table}`]);
});

function hash(value: unknown): string {
  return createHash('sha256').update(String(value)).digest('base64url');
}
