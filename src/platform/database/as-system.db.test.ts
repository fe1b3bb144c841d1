import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { idFor } from '../../plain/ids.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { asSystem, openProtected, wallIn, wallInLedger } from './index.ts';
import { ACCOUNT, IN_NETWORK, KEEPER, OPENED, ORGANISATIONS, type Database } from './index.ts';

const HOUSE = idFor('house');
const OTHER = idFor('other');
const ME = idFor('me');
const CONDITIONS: readonly (readonly [name: string, condition: string])[] = [
  ['keeper', KEEPER],
  ['network', IN_NETWORK],
  ['organisation', `'${HOUSE}'::uuid = any(${ORGANISATIONS})`],
  ['account', `'${ME}'::uuid = ${ACCOUNT}`],
  ['opened', `'${HOUSE}'::uuid = ${OPENED}`],
];
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase([
    {
      name: 'walls',
      up: async (db: Kysely<unknown>) => {
        for (const [name, read] of CONDITIONS) {
          await sql`create table ${sql.table(`wall_${name}`)} (n integer)`.execute(db);
          await sql`insert into ${sql.table(`wall_${name}`)} values (1)`.execute(db);
          await wallIn(db, `wall_${name}`, { read, write: 'false' });
        }
        await sql`create table wall_ledger (n integer)`.execute(db);
        await wallInLedger(db, 'wall_ledger', { read: 'true', write: 'true' });
      },
    },
  ]);
});
afterAll(() => database.close());

const person = { session: 's', account: ME, organisations: [HOUSE], isAdmitted: false };
const seen = (actor: Actor, before: 'plain' | 'raised' | 'opened' = 'plain') =>
  database.as(actor).write(async (tx) => {
    const look = async () => {
      const names: string[] = [];
      for (const [name] of CONDITIONS) {
        const { rows } = await sql`select n from ${sql.table(`wall_${name}`)}`.execute(tx);
        if (rows.length > 0) names.push(name);
      }
      return names;
    };
    if (before === 'raised') return asSystem(tx, look);
    if (before === 'opened') await openProtected(tx, HOUSE);
    return look();
  });

test('each condition of a wall holds for exactly those whom it names', async () => {
  expect(await seen(STRANGER)).toEqual([]);
  expect(await seen({ kind: 'account', ...person })).toEqual(['organisation', 'account']);
  expect(await seen({ kind: 'account', ...person, organisations: [OTHER] })).toEqual(['account']);
  expect(await seen({ kind: 'account', ...person, isAdmitted: true })).toEqual(['network', 'organisation', 'account']);
  expect(await seen({ kind: 'coordination', ...person, organisations: [] })).toEqual(['keeper', 'network', 'account']);
  expect(await seen({ kind: 'operator', session: 's' })).toEqual(['keeper', 'network']);
  expect(await seen({ kind: 'operator', session: 's' }, 'opened')).toEqual(['keeper', 'network', 'opened']);
  expect(await seen(system('test'))).toHaveLength(CONDITIONS.length);
});

test('raised rights and opened facts end with what they were for', async () => {
  expect(await seen(STRANGER, 'raised')).toHaveLength(CONDITIONS.length);
  expect(await seen(STRANGER)).toEqual([]);
  await seen({ kind: 'operator', session: 's' }, 'opened');
  expect(await seen({ kind: 'operator', session: 's' })).toEqual(['keeper', 'network']);
  const within = await database.as(STRANGER).write(async (tx) => {
    await asSystem(tx, () => Promise.resolve());
    return (await sql<{ rank: string }>`select current_setting('geflecht.actor') as rank`.execute(tx)).rows[0]?.rank;
  });
  expect(within).toBe('stranger');
});

test('what throws while rights are raised leaves none behind', async () => {
  await expect(
    database.as(STRANGER).write((tx) => asSystem(tx, () => Promise.reject(new Error('in the middle')))),
  ).rejects.toThrow('in the middle');
  expect(await seen(STRANGER)).toEqual([]);
});

test('a ledger only grows, whoever asks', async () => {
  for (const actor of [system('test'), { kind: 'operator', session: 's' }] as const) {
    const db = database.as(actor);
    await db.write((tx) => sql`insert into wall_ledger values (1)`.execute(tx));
    for (const statement of ['update wall_ledger set n = 2', 'delete from wall_ledger', 'truncate wall_ledger'])
      await expect(db.write((tx) => sql.raw(statement).execute(tx))).rejects.toThrow('permission denied');
  }
});
