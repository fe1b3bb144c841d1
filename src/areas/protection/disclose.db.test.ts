import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillEveryTable, type Canary } from '../../../test/canaries.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { HOLDINGS } from '../../app/holdings.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { DISCLOSING } from '../../app/disclosure.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { fold } from '../../plain/text.ts';
import type { Database } from '../../platform/database/index.ts';
import { discloseAccount, discloseOrganisation } from './index.ts';

const ACCOUNT = idFor('account');
const HOUSE = idFor('house');
const ROLE = idFor('role');
const ALIAS = 'canary-account-alias';
const PROGRAM = system('test');
let database: Database;
let canaries: readonly Canary[];
let asked: Parameters<typeof discloseOrganisation>[0];

/** One account and one organisation that every row of every table is about, as far as it can be about somebody. */
const CHOSEN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    HOLDINGS.filter(({ leadsTo }) => leadsTo !== undefined).flatMap(({ table, columns, leadsTo }) =>
      columns.map((column) => [`${table}.${column}`, `'${leadsTo === 'account' ? ACCOUNT : HOUSE}'`]),
    ),
  ),
  'chain_note.about': `'subject/${HOUSE}'`,
  ...Object.fromEntries(
    ['cooperation', 'request', 'introduction'].flatMap((thing) => [
      [`${thing}.id`, `'${idFor(thing)}'`],
      ...HOLDINGS.filter(({ columns }) => columns.includes(thing)).map(({ table }) => [
        `${table}.${thing}`,
        `'${idFor(thing)}'`,
      ]),
    ]),
  ),
  'cooperation.partners': `array['${HOUSE}'::uuid]`,
  'network.members': `array['${HOUSE}'::uuid]`,
  'network.facts': `'{"name": {"de": "Rundes Netz"}, "members": ["${HOUSE}"]}'`,
  'network.scope': `'public'`,
  'network.until': 'null',
  'subject.kind': `'organisation'`,
  'subject.forwarded_to': 'null',
  'subject.withdrawn_at': 'null',
  'account.alias_key': `'${fold(ALIAS)}'`,
  'role.kind': `'organisation'`,
  'role.id': `'${ROLE}'`,
  'role_term.role': `'${ROLE}'`,
  'role_term.place': `'holder'`,
  'role_term.ended_on': 'null',
  'role_term.until_day': 'null',
  'organisation.scope': `'public'`,
  'organisation.until': 'null',
  'organisation.facts': `'{"name": {"de": "Haus Fliederhof"}}'`,
  'claim.scope': `'own'`,
};

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  canaries = await fillEveryTable(database, CHOSEN);
  await database.exec(
    `begin; select set_config('geflecht.actor', 'system', true);
     insert into organisation (subject, scope, facts, name_keys, said_on)
     values ('${HOUSE}', 'own', '{"phone": "canary-narrow"}', '{}', '2025-03-01'); commit;`,
  );
  asked = {
    db: database.as(system('test')),
    asStranger: database.as(STRANGER),
    as: (actor) => database.as(actor),
    ...DISCLOSING,
  };
}, 120_000);
afterAll(async () => {
  await database.close();
});

test('of an account: alias, month, day and roles, and nothing else', async () => {
  expect(await discloseAccount(asked, { alias: ALIAS })).toEqual({
    alias: ALIAS,
    beganIn: '2025-03',
    seenOn: '2025-03-01',
    roles: [{ kind: 'organisation', organisation: HOUSE, place: 'holder', since: '2025-03-01' }],
  });
  expect(await discloseAccount(asked, { alias: 'nobody' })).toBeNull();
});

test('of an organisation: what everybody reads, and which places are taken, without names', async () => {
  expect(await discloseOrganisation(asked, HOUSE, PROGRAM)).toEqual({
    organisation: HOUSE,
    admittedOn: '2025-03-01',
    places: [{ place: 'holder', since: '2025-03-01' }],
    published: { name: { de: 'Haus Fliederhof' } },
    picture: null,
    networks: [{ href: `/netzwerke/${HOUSE}`, facts: { name: { de: 'Rundes Netz' } } }],
    offers: [],
    together: { rows: expect.any(Object), contents: null },
  });
  expect(await discloseOrganisation(asked, idFor('nothing'), PROGRAM)).toBeNull();
  expect(await discloseOrganisation(asked, 'no id', PROGRAM)).toBeNull();
});

test('with a mark in every column of every table, only the promised ones come out', async () => {
  expect(canaries.filter(({ mark }) => mark !== null).length).toBeGreaterThan(60);
  const told = JSON.stringify([
    await discloseAccount(asked, { alias: ALIAS }),
    await discloseOrganisation(asked, HOUSE, PROGRAM),
  ]);
  const found = canaries.filter(({ mark }) => mark !== null && told.includes(mark));
  expect(found.map(({ table, column }) => `${table}.${column}`)).toEqual(['account.alias']);
  expect(told).not.toContain('canary-narrow');
});

test('of what it does with others: how much of each table, to the program; the rows to itself; to keepers not a word', async () => {
  const speaker: Actor = { kind: 'account', session: 's', account: ACCOUNT, organisations: [HOUSE], isAdmitted: false };
  const told = (actor: Actor) => discloseOrganisation({ ...asked, db: database.as(actor) }, HOUSE, actor);
  const rows = (await told(PROGRAM))?.together?.rows;
  const tables = HOLDINGS.filter(({ purpose }) => purpose === 'cooperate').map(({ table }) => table);
  const counted = Object.values(rows ?? {}).flatMap((part) => Object.entries(part));
  expect(counted.map(([table]) => table)).toEqual(expect.arrayContaining(tables));
  expect(counted.filter(([, count]) => count !== 1)).toEqual([]);
  const contents = JSON.stringify((await told(speaker))?.together?.contents);
  expect(contents).toContain('canary-agreement-version-content');
  expect(contents).toContain('canary-request-words-words');
  const closed = HOLDINGS.filter(({ purpose, readers }) => purpose === 'cooperate' && readers.includes('program'));
  for (const { table, columns } of closed)
    for (const column of columns) expect(contents).not.toContain(`canary-${table}-${column}`.replaceAll('_', '-'));
  for (const kind of ['coordination', 'operator'] as const)
    expect((await told({ ...speaker, kind, organisations: [] }))?.together).toBeNull();
});

test('of a picture: what is to be seen on it, while the organisation shows everybody a picture', async () => {
  const shown = async (scope: string) => {
    await database.exec(
      `begin; select set_config('geflecht.actor', 'system', true);
       update subject set protected_at = null, lapsed_at = null, withdrawn_at = null where id = '${HOUSE}';
       update picture set scope = '${scope}', alternative = 'Zwei Hände' where subject = '${HOUSE}'; commit;`,
    );
    return (await discloseOrganisation(asked, HOUSE, PROGRAM))?.picture;
  };
  expect(await shown('network')).toBeNull();
  expect(await shown('public')).toBe('Zwei Hände');
});

test('whoever asks gets no more than its own rights give', async () => {
  const stranger: Actor = STRANGER;
  expect(await discloseAccount({ db: database.as(stranger) }, { alias: ALIAS })).toBeNull();
  const operator: Actor = { kind: 'operator', session: 's', account: idFor('x'), organisations: [], isAdmitted: false };
  expect(await discloseAccount({ db: database.as(operator) }, { alias: ALIAS })).toBeNull();
  const own: Actor = { kind: 'account', session: 's', account: ACCOUNT, organisations: [], isAdmitted: false };
  expect(await discloseAccount({ db: database.as(own) }, { id: ACCOUNT })).toMatchObject({ alias: ALIAS });
});

test('every column that leads to an account or an organisation is declared as such', async () => {
  const declared = HOLDINGS.filter(({ leadsTo }) => leadsTo !== undefined).flatMap(({ table, columns }) =>
    columns.map((column) => `${table}.${column}`),
  );
  const fresh = await openTestDatabase(MIGRATIONS);
  try {
    const { rows } = await fresh.sql(
      `select distinct name from (
         select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
         where c.contype = 'f' and c.confrelid in ('account'::regclass, 'subject'::regclass)
         union
         select table_name || '.' || column_name from information_schema.columns
         where table_schema = 'public' and udt_name in ('uuid', '_uuid') and column_name in
           ('account', 'organisation', 'organisations', 'subject', 'chain', 'speaker', 'members', 'asked_by', 'by_account')
       ) as found order by name`,
    );
    expect(rows.map(({ name }) => String(name)).filter((name) => !declared.includes(name))).toEqual([]);
  } finally {
    await fresh.close();
  }
});
