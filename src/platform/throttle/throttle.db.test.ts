import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { openTestDatabase } from '../../../test/database.ts';
import { STRANGER } from '../../plain/actor.ts';
import type { Database } from '../database/index.ts';
import {
  forgetFailures,
  noteFailure,
  secondsToWait,
  takeOneOfDay,
  throttleStep,
  waitSeconds,
  type Pace,
} from './index.ts';
import { sweepThrottle } from './store-sweep.ts';

const PACE: Pace = { free: 2, firstSeconds: 5, mostSeconds: 900 };
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase([throttleStep]);
});
afterAll(() => database.close());

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 20) + seconds * 1000);
const fail = (key: string, seconds: number) =>
  database.as(STRANGER).write((tx) => noteFailure(tx, key, PACE, at(seconds)));
const wait = (key: string, seconds: number) => database.as(STRANGER).read((db) => secondsToWait(db, key, at(seconds)));

test('waiting never gets shorter with more failures, and never longer than the most', () => {
  fc.assert(
    fc.property(fc.nat(200), (failures) => {
      const now = waitSeconds(PACE, failures);
      expect(now).toBeLessThanOrEqual(PACE.mostSeconds);
      expect(waitSeconds(PACE, failures + 1)).toBeGreaterThanOrEqual(now);
      if (failures <= PACE.free) expect(now).toBe(0);
    }),
  );
});

test('mistyping twice costs nothing, then the wait doubles', async () => {
  expect([await fail('a', 0), await fail('a', 1), await fail('a', 2), await fail('a', 10)]).toEqual([0, 0, 5, 10]);
  expect([await wait('a', 10), await wait('a', 19), await wait('a', 20)]).toEqual([10, 1, 0]);
});

test('what one key has done is held against no other, and a success forgets it', async () => {
  for (let time = 0; time < 5; time += 1) await fail('b', time);
  expect(await wait('c', 5)).toBe(0);
  expect(await wait('b', 5)).toBeGreaterThan(0);
  await database.as(STRANGER).write((tx) => forgetFailures(tx, 'b'));
  expect(await wait('b', 5)).toBe(0);
  expect(await fail('b', 6)).toBe(0);
});

test('failures at the same moment all count', async () => {
  await Promise.all(Array.from({ length: 6 }, () => fail('d', 0)));
  expect(await wait('d', 0)).toBe(5 * 2 ** 3);
});

test('a day later nothing is held against anybody', async () => {
  for (let time = 0; time < 5; time += 1) await fail('e', time);
  expect(await fail('e', 25 * 3600)).toBe(0);
});

const rowsOf = () =>
  database.as({ kind: 'system', task: 'test' }).read((db) => db.selectFrom('throttle').selectAll().execute());

test('of what is counted by the day no moment is kept; those at once all count, and tomorrow is another day', async () => {
  const before = new Set((await rowsOf()).map(({ key_hash }) => key_hash));
  const take = (seconds: number) => database.as(STRANGER).write((tx) => takeOneOfDay(tx, 'say/f', 4, at(seconds)));
  const taken = await Promise.all([1, 2, 3, 4, 5, 6].map(take));
  expect(taken.filter((isTaken) => isTaken)).toHaveLength(4);
  expect([await take(3 * 3600 - 1), await take(3 * 3600)]).toEqual([false, true]);
  const added = (await rowsOf()).filter(({ key_hash }) => !before.has(key_hash));
  expect(
    added
      .map(({ failures, wait_until, last_at }) => [failures, wait_until, last_at.toISOString()])
      .toSorted((a, b) => Number(b[0]) - Number(a[0])),
  ).toEqual([
    [4, null, '2026-11-21T00:00:00.000Z'],
    [1, null, '2026-11-22T00:00:00.000Z'],
  ]);
  await database.as({ kind: 'system', task: 'test' }).write((tx) => sweepThrottle(tx, at(5 * 3600)));
  expect((await rowsOf()).filter(({ key_hash }) => !before.has(key_hash))).toHaveLength(1);
});

test('who tried what is not in the table, and nobody but the program reads it', async () => {
  await fail('signIn/rote-linde', 0);
  const rows = await database
    .as({ kind: 'system', task: 'test' })
    .read((db) => db.selectFrom('throttle').selectAll().execute());
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('linde');
  for (const actor of [STRANGER, { kind: 'operator', session: 'x' }] as const)
    expect(await database.as(actor).read((db) => db.selectFrom('throttle').selectAll().execute())).toEqual([]);
});
