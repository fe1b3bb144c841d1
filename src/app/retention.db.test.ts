import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fillEveryTable } from '../../test/canaries.ts';
import { openTestDatabase } from '../../test/database.ts';
import type { ImportWork } from '../areas/lists/index.ts';
import { openGazetteer } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';
import { retain, SWEEPS, SWEPT_WITH_IMPORTS } from './retention.ts';

/** All made-up rows are of 4 March 2025, a little after five in the morning. */
const THAT_MORNING = '2025-03-04T05:07:00Z';
const MUCH_LATER = '2026-11-21T09:00:00Z';
const LIMITED = HOLDINGS.filter(({ keep }) => 'days' in keep);
let database: Database;
let removedFiles: string[];

const CHOSEN = {
  'account.id': `'${idFor('account')}'`,
  'role_term.account': `'${idFor('account')}'`,
  'role_term.ended_on': 'null',
  'import.id': `'${idFor('import')}'`,
  'import.state': `'compared'`,
  'import_row.import': `'${idFor('import')}'`,
  'mail.state': `'sent'`,
  'confirmation_ask.state': `'answered'`,
  'session.ends_at': `'2025-04-03T05:06:07Z'`,
  'session.seen_on': `'2025-04-02'`,
  'half_sign_in.ends_at': `'2025-03-04T05:16:07Z'`,
  'ceremony.ends_at': `'2025-03-04T05:11:07Z'`,
  'invitation.ends_at': `'2025-03-18T05:06:07Z'`,
  'closure.kept_until': `'2031-11-21'`,
  'search_request.until': `'2025-03-04'`,
  'conversation.id': `'${idFor('conversation')}'`,
  'conversation.ends_on': `'2025-03-04'`,
  'conversation_door.conversation': `'${idFor('conversation')}'`,
  'paper_code.conversation': `'${idFor('conversation')}'`,
  'ballot.conversation': `'${idFor('conversation')}'`,
  'recovery.id': `'${idFor('recovery')}'`,
  'recovery.ends_at': `'2025-03-12T05:06:07Z'`,
  'recovery_consent.recovery': `'${idFor('recovery')}'`,
};

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(async () => {
  await database.close();
});
beforeEach(() => empty());

async function empty(): Promise<void> {
  removedFiles = [];
  const tables = [...new Set(HOLDINGS.map(({ table }) => `"${table}"`))];
  await database.sql(`truncate ${tables.join(', ')} cascade`);
}

function retainAt(now: string) {
  const imports: ImportWork = {
    actor: system('retain'),
    db: database.as(system('retain')),
    clock: fixedClock(now),
    register: REGISTER,
    gazetteer: openGazetteer(),
    pathOf: (file) => file,
    removeFile: (file) => Promise.resolve(void removedFiles.push(file)),
  };
  return retain({ db: imports.db, imports });
}

async function count(table: string, where = 'true'): Promise<number> {
  // Free SQL is for writing transactions only; nothing is written.
  return database.as(system('test')).write(async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}
      where ${sql.raw(where)}`.execute(tx);
    return rows[0]?.n ?? -1;
  });
}

test('whatever is kept for a number of days has somebody who removes it', () => {
  const swept = new Set([...SWEEPS.flatMap(({ tables }) => tables), ...SWEPT_WITH_IMPORTS]);
  expect(LIMITED.map(({ table }) => table).filter((table) => !swept.has(table))).toEqual([]);
});

test('whatever is kept as long as a cooperation or an entry is there goes with it by itself', async () => {
  const hanging = async (on: string) => {
    const { rows } = await database.sql(
      `with recursive hanging(name) as (
         select $1::text
         union
         select k.conrelid::regclass::text from pg_constraint k join hanging on k.confrelid = hanging.name::regclass
         where k.contype = 'f' and k.confdeltype = 'c')
       select name from hanging`,
      [on],
    );
    return new Set(rows.map(({ name }) => String(name)));
  };
  const kept = (span: string) =>
    HOLDINGS.filter(({ keep, purpose }) => purpose === 'cooperate' && 'while' in keep && keep.while === span).map(
      ({ table }) => table,
    );
  const [ofCooperation, ofSubject] = [await hanging('cooperation'), await hanging('subject')];
  expect(kept('cooperation').length).toBeGreaterThan(20);
  expect(kept('cooperation').filter((table) => !ofCooperation.has(table))).toEqual([]);
  for (const span of ['subject', 'replaced']) expect(kept(span).filter((table) => !ofSubject.has(table))).toEqual([]);
  // Each table of working together has one of these rules, or days and a sweep.
  const tables = HOLDINGS.filter(({ purpose }) => purpose === 'cooperate').map(({ table }) => table);
  const ruled = new Set([...ofCooperation, ...ofSubject, ...SWEEPS.flatMap(({ tables: swept }) => swept)]);
  expect(tables.filter((table) => !ruled.has(table))).toEqual([]);
});

test('after its days every limited row is gone, and nothing else', async () => {
  const { rows } = await database.sql(
    `select conrelid::regclass::text as name from pg_constraint
     where contype = 'f' and confdeltype = 'c' and confrelid = 'recovery'::regclass`,
  );
  const follows = rows.map(({ name }) => String(name));
  expect(follows).toEqual(['recovery_consent']);
  await fillEveryTable(database, CHOSEN);
  const limited = new Set(
    LIMITED.map(({ table }) => table).filter((table) => table !== 'import' && !follows.includes(table)),
  );
  const others = [...new Set(HOLDINGS.map(({ table }) => table))].filter((table) => !limited.has(table));
  await retainAt(MUCH_LATER);
  for (const table of limited) expect(`${table} ${await count(table)}`).toBe(`${table} 0`);
  const gone: string[] = [];
  for (const table of others) if ((await count(table)) === 0) gone.push(table);
  expect(gone).toEqual([]);
  expect(removedFiles).toEqual(['canary-import-file']);
  expect(await count('import', 'file is null')).toBe(1);
});

test('before its days are over nothing is removed', async () => {
  await fillEveryTable(database, CHOSEN);
  await retainAt(THAT_MORNING);
  const gone: string[] = [];
  for (const table of new Set(HOLDINGS.map(({ table: name }) => name)))
    if ((await count(table)) === 0) gone.push(table);
  expect(gone).toEqual([]);
  expect(removedFiles).toEqual([]);
});

test('each limit falls on its day', async () => {
  const days = async (table: string, before: string, after: string) => {
    await empty();
    await fillEveryTable(database, CHOSEN);
    await retainAt(before);
    expect(`${table} ${await count(table)}`).toBe(`${table} 1`);
    await retainAt(after);
    expect(`${table} ${await count(table)}`).toBe(`${table} 0`);
  };
  await days('throttle', '2025-03-05T05:00:00Z', '2025-03-05T05:10:00Z');
  await days('entrance', '2025-03-05T05:00:00Z', '2025-03-05T05:10:00Z');
  await days('session', '2025-04-03T05:00:00Z', '2025-04-03T05:10:00Z');
  await days('mail', '2025-04-03T05:00:00Z', '2025-04-03T05:10:00Z');
  await days('import_row', '2025-04-03T05:00:00Z', '2025-04-03T05:10:00Z');
});

test('a session ends before its days are over when nobody comes with it', async () => {
  await fillEveryTable(database, { ...CHOSEN, 'session.seen_on': `'2025-03-04'` });
  await retainAt('2025-03-18T22:50:00Z');
  expect(await count('session')).toBe(1);
  await retainAt('2025-03-18T23:10:00Z');
  expect(await count('session')).toBe(0);
});

test('an account without a role is warned a month before a year is over, and is then gone', async () => {
  await put({ mail: 'rote-linde@x.example' });
  await retainAt('2026-01-30T09:00:00Z');
  expect(await count('mail')).toBe(0);
  await retainAt('2026-02-03T09:00:00Z');
  await retainAt('2026-02-04T09:00:00Z');
  expect(await count('mail', "content->'subject'->>'key' = 'people.idle.subject'")).toBe(1);
  await retainAt('2026-03-04T09:00:00Z');
  expect(await count('account')).toBe(1);
  await retainAt('2026-03-06T09:00:00Z');
  expect(await count('account')).toBe(0);
  expect(await count('session')).toBe(0);
});

test('who was warned late has the whole month, who comes back stays, who has no mail is not warned', async () => {
  await put({ mail: 'rote-linde@x.example' });
  await retainAt('2026-06-01T09:00:00Z');
  await retainAt('2026-06-20T09:00:00Z');
  expect(await count('account')).toBe(1);
  await database.as(system('test')).write((tx) => sql`update account set seen_on = '2026-06-21'`.execute(tx));
  await retainAt('2026-07-30T09:00:00Z');
  expect(await count('account')).toBe(1);
  await database.as(system('test')).write((tx) => sql`update account set mail = null`.execute(tx));
  await retainAt('2027-06-21T09:00:00Z');
  expect(await count('account')).toBe(1);
  await retainAt('2027-06-22T09:00:00Z');
  // The one mail is that of the first warning.
  expect([await count('account'), await count('mail')]).toEqual([0, 1]);
});

test('an account with a role stays, however long nobody came', async () => {
  await put({ mail: null });
  await database.as(system('test')).write(async (tx) => {
    await sql`insert into role (id, kind) values (${idFor('role')}, 'coordination')`.execute(tx);
    await sql`insert into role_term (id, role, place, account, from_day)
      values (${idFor('term')}, ${idFor('role')}, 'holder', ${idFor('account')}, '2025-03-04')`.execute(tx);
  });
  await retainAt(MUCH_LATER);
  expect(await count('account')).toBe(1);
  await database
    .as(system('test'))
    .write((tx) => sql`update role_term set account = null, ended_on = '2025-06-01'`.execute(tx));
  await retainAt(MUCH_LATER);
  expect(await count('account')).toBe(0);
});

/** An account that was last seen on 4 March 2025, with a session somewhere. */
async function put({ mail }: { readonly mail: string | null }): Promise<void> {
  await database.as(system('test')).write(async (tx) => {
    await sql`insert into account (id, alias, alias_key, language, mail, began_on, seen_on)
      values (${idFor('account')}, 'Rote Linde 12', 'rote linde 12', 'de', ${mail}, '2025-03-01', '2025-03-04')`.execute(
      tx,
    );
    await sql`insert into session (id, token_hash, actor_kind, account, created_at, seen_on, ends_at)
      values (${idFor('session')}, 'h', 'account', ${idFor('account')}, '2026-11-01', '2025-03-04', '2030-01-01')`.execute(
      tx,
    );
  });
}
