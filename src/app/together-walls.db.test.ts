import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillEveryTable } from '../../test/canaries.ts';
import { openTestDatabase } from '../../test/database.ts';
import { STRANGER, system, type Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import type { Database } from '../platform/database/index.ts';
import { HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';

const [HOUSE, OTHER] = [idFor('house'), idFor('other house')];
const TOGETHER = HOLDINGS.filter(({ purpose }) => purpose === 'cooperate');
/** Whatever is kept of working together, a table that comes tomorrow among it. */
const TABLES = [...new Set([...TOGETHER.map(({ table }) => table), 'commitment_reminder'])];
/** What an organisation tells the confirmed members of the network; everything else is for nobody else. */
const TOLD_TO_THE_NETWORK = new Set(
  TOGETHER.filter(({ readers }) => readers.includes('scope')).map(({ table }) => table),
);

const person = { session: 's', account: idFor('me'), organisations: [OTHER], isAdmitted: false };
const OUTSIDERS: Readonly<Record<string, Actor>> = {
  stranger: STRANGER,
  account: { kind: 'account', ...person },
  'account without an organisation': { kind: 'account', ...person, organisations: [] },
  member: { kind: 'account', ...person, isAdmitted: true },
  coordination: { kind: 'coordination', ...person, organisations: [] },
  operator: { kind: 'operator', ...person, organisations: [] },
};
const PARTNER: Actor = { kind: 'account', ...person, organisations: [HOUSE] };

let database: Database;
/** Table → its columns that can be written. */
const columns = new Map<string, readonly string[]>();

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const { rows } = await database.sql(
    `select table_name as table, column_name as column, is_identity as identity from information_schema.columns
     where table_schema = 'public' order by ordinal_position`,
  );
  const known = rows.map(({ table, column }) => `${String(table)}.${String(column)}`);
  for (const table of TABLES)
    columns.set(
      table,
      rows.filter((row) => row['table'] === table && row['identity'] === 'NO').map(({ column }) => String(column)),
    );
  await fillEveryTable(database, {
    // One cooperation, one of each thing in it, all of it of one organisation.
    ...Object.fromEntries(
      TOGETHER.filter(({ leadsTo }) => leadsTo === 'organisation').flatMap(({ table, columns: of }) =>
        of.map((column) => [`${table}.${column}`, `'${HOUSE}'`]),
      ),
    ),
    ...Object.fromEntries(
      ['cooperation', 'agreement', 'request', 'introduction', 'review'].flatMap((thing) => [
        [`${thing}.id`, `'${idFor(thing)}'`],
        ...known.filter((name) => name.endsWith(`.${thing}`)).map((name) => [name, `'${idFor(thing)}'`]),
      ]),
    ),
    'cooperation.partners': `array['${HOUSE}'::uuid]`,
    'subject.id': `'${HOUSE}'`,
    'subject.forwarded_to': 'null',
    'subject.protected_at': 'null',
    'subject.withdrawn_at': 'null',
  });
}, 120_000);
afterAll(async () => {
  await database.close();
});

async function counted(actor: Actor, statement: string): Promise<number> {
  return database.as(actor).write(async (tx) => {
    const { rows } = await sql<{ n: number }>`${sql.raw(statement)}`.execute(tx);
    return rows[0]?.n ?? -1;
  });
}

const read = (actor: Actor, table: string) => counted(actor, `select count(*)::integer as n from "${table}"`);

/** How many rows somebody changes or removes by SQL of their own; none where the right to it was taken from all. */
async function changed(actor: Actor, statement: string): Promise<number> {
  try {
    return await counted(actor, `with done as (${statement} returning 1) select count(*)::integer as n from done`);
  } catch (error) {
    if (error instanceof Error && /permission denied|row-level security|not decided by a partner/.test(error.message))
      return 0;
    throw error;
  }
}

test.each(Object.keys(OUTSIDERS))('%s reads, changes and removes nothing of what others do together', async (name) => {
  const actor = OUTSIDERS[name] ?? STRANGER;
  const isTold = ['member', 'coordination', 'operator'].includes(name);
  const seen: string[] = [];
  for (const table of TABLES) {
    const found = await read(actor, table);
    if (found !== (isTold && TOLD_TO_THE_NETWORK.has(table) ? 1 : 0)) seen.push(`${table}: reads ${found}`);
    for (const column of columns.get(table) ?? [])
      if ((await changed(actor, `update "${table}" set "${column}" = "${column}"`)) !== 0)
        seen.push(`${table}: changes ${column}`);
    if ((await changed(actor, `delete from "${table}"`)) !== 0) seen.push(`${table}: removes`);
  }
  expect(seen).toEqual([]);
});

test('a partner reads all of it but what is for the program alone', async () => {
  const alone = TABLES.filter(
    (table) =>
      HOLDINGS.some((holding) => holding.table === table) &&
      HOLDINGS.filter((holding) => holding.table === table).every(
        ({ readers }) => readers.length === 1 && readers[0] === 'program',
      ),
  );
  const unread: string[] = [];
  for (const table of TABLES) if ((await read(PARTNER, table)) === 0) unread.push(table);
  expect(unread.toSorted()).toEqual(alone.toSorted());
  for (const table of TABLES) expect(await read(system('test'), table), table).toBeGreaterThan(0);
});

test('no partner removes a cooperation, an agreement, a version, a signature or an end by itself', async () => {
  for (const table of [
    'cooperation',
    'cooperation_partner',
    'agreement',
    'agreement_version',
    'change_answer',
    'agreement_signature',
    'closure',
  ])
    expect(await changed(PARTNER, `delete from "${table}"`), table).toBe(0);
});

test('no partner decides alone who else is one', async () => {
  await database.sql('alter table cooperation enable trigger user');
  const both = `array['${HOUSE}', '${OTHER}']::uuid[]`;
  expect(await changed(PARTNER, `update cooperation set partners = ${both}`)).toBe(0);
  expect(await changed(PARTNER, `update cooperation_partner set organisation = '${OTHER}'`)).toBe(0);
  const rows = `('${idFor('new')}', ${both}, '2026-11-21')`;
  expect(await changed(PARTNER, `insert into cooperation (id, partners, begun_on) values ${rows}`)).toBe(0);
  const partner = `('${idFor('cooperation')}', '${OTHER}', 'plan', '2026-11-21')`;
  expect(
    await changed(
      PARTNER,
      `insert into cooperation_partner (cooperation, organisation, phase, since) values ${partner}`,
    ),
  ).toBe(0);
  expect(await changed(PARTNER, `update cooperation set title = 'Neu'`)).toBe(1);
});
