import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import { APP_ROLE, type Database } from '../../platform/database/index.ts';
import type { NewClaim } from './claim.ts';
import type { Keeper } from './may.ts';
import { discardRevision, finishWithdrawal, tidyRevision, withdrawRevision } from './finish-revision.ts';
import { rebuild } from './rebuild.ts';
import { beginRevision, publishRevision, reviseKnown, reviseNew } from './revise.ts';
import { say } from './say.ts';
import { findClaims, insertSource } from './store.ts';
import { findSubject } from './store-family.ts';
import { checksums } from './store-projection.ts';

const AT = new Date('2026-03-01T10:00:00Z');
let database: Database;
let db: WriteDatabase;
let keeper: Keeper;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  db = database.as(system('test'));
  keeper = { db, actor: system('test'), register: REGISTER };
}, 60_000);
afterAll(() => database.close());

function claim(
  subject: string,
  field: string,
  value: NewClaim['value'],
  source: number,
  more: Partial<NewClaim> = {},
): NewClaim {
  return newClaim({ subject, field, value, source, saidAt: AT, ...more });
}

const list = {
  kind: 'list' as const,
  speaker: null,
  publisher: 'Landkreis',
  licence: 'CC0',
  takedownContact: 'amt@landkreis.example',
  retrievedAt: AT,
};

async function takeOver(names: Readonly<Record<string, string>>): Promise<number> {
  const revision = await db.write((tx) => beginRevision(tx, 'import', AT));
  await db.write(async (tx) => {
    const source = await insertSource(tx, list, revision);
    const ids = Object.keys(names).map((key) => ({ key, id: idFor(key) }));
    const known = new Set(
      (
        await findClaims(
          tx,
          ids.map(({ id }) => id),
        )
      ).map(({ subject }) => subject),
    );
    const fresh = ids.filter(({ id }) => !known.has(id));
    await reviseNew(tx, REGISTER, revision, {
      subjects: fresh.map(({ id }) => ({ id, kind: 'organisation' })),
      claims: fresh.map(({ key, id }) => claim(id, 'name', names[key] ?? '', source)),
    });
    const old = ids.filter(({ id }) => known.has(id));
    const standing = (
      await findClaims(
        tx,
        old.map(({ id }) => id),
      )
    ).filter(({ until }) => until === null);
    await reviseKnown(tx, REGISTER, revision, {
      claims: old.map(({ key, id }) => claim(id, 'name', names[key] ?? '', source)),
      end: standing.filter(({ field, sourceKind }) => field === 'name' && sourceKind === 'list'),
      at: AT,
    });
  });
  return revision;
}

async function publish(revision: number): Promise<void> {
  await db.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision(keeper, revision);
}

async function takeBack(revision: number): Promise<void> {
  const cover = await withdrawRevision(keeper, revision, AT, async () => undefined);
  await finishWithdrawal(keeper, revision, cover, async () => undefined);
}

const sums = () => db.write((tx) => checksums(tx, REGISTER));

async function shown(): Promise<string[]> {
  const rows = await database.as(STRANGER).read((tx) => tx.selectFrom('organisation').select('facts').execute());
  return rows.map((row) => String(Object.values(row.facts['name'] ?? {})[0])).toSorted((a, b) => (a < b ? -1 : 1));
}

test('a revision is invisible until it is published, then all of it is there', async () => {
  const revision = await takeOver({ a: 'Verein A', b: 'Verein B' });
  expect(await shown()).toEqual([]);
  expect(await database.as(STRANGER).read((tx) => findSubject(tx, idFor('a')))).toBeNull();
  await publish(revision);
  expect(await shown()).toEqual(['Verein A', 'Verein B']);
});

test('a change stays invisible until it is published, and the old word holds meanwhile', async () => {
  const revision = await takeOver({ a: 'Verein A neu', c: 'Verein C' });
  expect(await shown()).toEqual(['Verein A', 'Verein B']);
  await publish(revision);
  expect(await shown()).toEqual(['Verein A neu', 'Verein B', 'Verein C']);
  expect(await rebuild(keeper)).toMatchObject({ subjects: 3, same: { organisation: true, offer: true } });
});

test('what comes new is heard of on the day that asking each anew would say', async () => {
  const revision = await db.write((tx) => beginRevision(tx, 'import', AT));
  // The days of the words of each subject: said, and perhaps confirmed, also around midnight.
  const told: Readonly<Record<string, readonly (readonly [string, string | null])[]>> = {
    'heard-once': [['2026-02-03T00:00:00Z', null]],
    'heard-late': [
      ['2026-02-03T23:59:59.999Z', null],
      ['2025-12-31T23:30:00-01:00', '2026-02-28T22:59:00-01:00'],
    ],
    'heard-older': [
      ['2026-02-20T10:00:00Z', '2024-01-01T00:00:00Z'],
      ['2026-02-19T10:00:00Z', null],
    ],
    'never-heard': [],
  };
  await db.write(async (tx) => {
    const source = await insertSource(tx, list, revision);
    await reviseNew(tx, REGISTER, revision, {
      subjects: Object.keys(told).map((key) => ({ id: idFor(key), kind: 'organisation' })),
      claims: Object.entries(told).flatMap(([key, words]) =>
        words.map(([saidAt, confirmedAt], at) =>
          claim(idFor(key), 'topics', `Wort ${at}`, source, {
            saidAt: new Date(saidAt),
            confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
          }),
        ),
      ),
    });
  });
  await publish(revision);
  const heardOn = () =>
    db.read((tx) =>
      tx
        .selectFrom('subject')
        .select(['id', 'heard_on'])
        .where(
          'id',
          'in',
          Object.keys(told).map((key) => idFor(key)),
        )
        .orderBy('id')
        .execute(),
    );
  const said = await heardOn();
  expect(new Map(said.map(({ id, heard_on }) => [id, heard_on]))).toEqual(
    new Map([
      [idFor('heard-once'), '2026-02-03'],
      [idFor('heard-late'), '2026-03-01'],
      [idFor('heard-older'), '2026-02-20'],
      [idFor('never-heard'), null],
    ]),
  );
  await db.write((tx) => sql`update subject set heard_on = '1970-01-01'`.execute(tx));
  await rebuild(keeper);
  expect(await heardOn()).toEqual(said);
  await takeBack(revision);
});

test('taking a revision back leaves every projection as it was before, to the byte', async () => {
  const before = await sums();
  const revision = await takeOver({ a: 'Verein A ganz anders', d: 'Verein D' });
  await publish(revision);
  expect(await sums()).not.toEqual(before);
  await takeBack(revision);
  expect(await sums()).toEqual(before);
  expect((await rebuild(keeper)).same).toMatchObject({ organisation: true });
});

test('a revision that is given up leaves nothing behind', async () => {
  const before = await sums();
  const revision = await takeOver({ b: 'Verein B anders', e: 'Verein E' });
  await discardRevision(keeper, revision);
  expect(await sums()).toEqual(before);
});

test('a second revision waits while one is under way', async () => {
  const revision = await takeOver({});
  await expect(db.write((tx) => beginRevision(tx, 'import', AT))).rejects.toMatchObject({ name: 'ConflictError' });
  await discardRevision(keeper, revision);
});

test('what an organisation says while a list is taken over is kept by the list', async () => {
  const revision = await takeOver({ a: 'Verein A laut Liste' });
  await db.write(async (tx) => {
    const own = await insertSource(tx, { ...list, kind: 'own' }, 0);
    await say(tx, REGISTER, {
      claims: [
        claim(idFor('a'), 'name', 'So nennen wir uns', own, {
          sourceKind: 'own',
          saidAt: new Date('2026-03-01T10:00:05Z'),
        }),
      ],
      at: new Date('2026-03-01T10:00:05Z'),
    });
  });
  expect(await shown()).toContain('So nennen wir uns');
  await publish(revision);
  expect(await shown()).toContain('So nennen wir uns');
  expect((await rebuild(keeper)).same).toMatchObject({ organisation: true });
});

test('any sequence of lists taken over and taken back in turn ends where it began', async () => {
  const names = fc.dictionary(
    fc.constantFrom('p', 'q', 'r', 's'),
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => `N${text.replaceAll('\u0000', '')}`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(names, { maxLength: 4 }), async (imports) => {
      const before = await sums();
      const taken: number[] = [];
      for (const each of imports) {
        const revision = await takeOver(each);
        await publish(revision);
        taken.push(revision);
      }
      expect(Object.values((await rebuild(keeper)).same).every((same) => same)).toBe(true);
      for (const revision of taken.toReversed()) await takeBack(revision);
      expect(await sums()).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('without an actor nothing can be read, and a stranger reads nothing narrower than public', async () => {
  await db.write(async (tx) => {
    const source = await insertSource(tx, list, 0);
    await say(tx, REGISTER, {
      subjects: [{ id: idFor('z'), kind: 'organisation' }],
      claims: [
        claim(idFor('z'), 'name', 'Z', source),
        claim(idFor('z'), 'street', 'Geheimweg 1', source, { scope: 'partner' }),
      ],
      at: AT,
    });
  });
  const nobody = await database.owner(async (tx) => {
    await sql`select set_config('role', ${APP_ROLE}, true), set_config('geflecht.actor', '', true)`.execute(tx);
    return tx.selectFrom('claim').select('id').execute();
  });
  expect(nobody).toEqual([]);
  const strangers = await database.as(STRANGER).read((tx) => findClaims(tx, [idFor('z')]));
  expect(strangers.map(({ field }) => field)).toEqual(['name']);
  const facts = await database
    .as(STRANGER)
    .read((tx) => tx.selectFrom('organisation').select('facts').where('subject', '=', idFor('z')).execute());
  expect(JSON.stringify(facts)).not.toContain('Geheimweg');
  await expect(database.as(STRANGER).write((tx) => insertSource(tx, list, 0))).rejects.toThrow(/row-level security/);
});
