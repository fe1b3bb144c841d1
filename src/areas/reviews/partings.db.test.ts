import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartings } from '../../../test/partings.ts';
import { failingAt } from '../../../test/protected-house.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { STRANGER } from '../../plain/actor.ts';
import { findInForce } from '../agreements/index.ts';
import { findClosed, findLeaving, findPartners } from '../cooperations/index.ts';
import { close, goOn } from './close.ts';
import { goExitRound } from './go-exit-round.ts';
import { leave, stay } from './leave.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

type World = Awaited<ReturnType<typeof tryPartings>>;
const closed = ({ speaker, cooperation }: World, who: string) =>
  speaker(who).db.read((db) => findClosed(db, [cooperation]));
const partners = async ({ speaker, cooperation }: World, who: string) =>
  (await speaker(who).db.read((db) => findPartners(db, cooperation))).map(({ organisation }) => organisation);

test('who leaves by an agreement with four weeks of notice is in for four weeks and then reads nothing', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, told, round, seen } = world;
  const agreement = await world.inForce();
  expect(await leave(speaker(nujin), side(nujin))).toBe('2026-12-19');
  expect(await leave(speaker(nujin), side(nujin))).toBe('2026-12-19');
  expect(told).toEqual([{ news: 'partnerLeaves', organisation: bildungswerk }]);
  expect(await round('2026-12-19')).toBe(0);
  expect(await seen(nujin, 'agreement_version')).toBe(3);
  expect(await round('2026-12-20')).toBe(1);
  for (const table of ['cooperation', 'cooperation_partner', 'agreement', 'agreement_version', 'leaving', 'closure'])
    expect(`${table} ${await seen(nujin, table)}`).toBe(`${table} 0`);
  expect(await closed(world, bildungswerk)).toEqual([
    // Proof is due in July 2027, and five years after that it may go.
    { cooperation: world.cooperation, day: '2026-12-20', kind: 'exit', keptUntil: '2032-07-30' },
  ]);
  expect(await partners(world, bildungswerk)).toEqual([bildungswerk]);
  expect(told.at(-1)).toEqual({ news: 'cooperationEnded', organisation: bildungswerk });
  expect(await world.history(bildungswerk, agreement)).toHaveLength(3);
  expect(await world.acts(nujin)).toContain('cooperation.left system');
  expect(await world.kept(nujin)).toEqual([]);
  expect(await world.kept(bildungswerk)).toBeNull();
});

test('whoever reads another language finds the news in German below', async () => {
  const { nujin, bildungswerk, speaker, side, ...world } = await tryPartings(database);
  await world.inForce();
  await leave(speaker(nujin), side(nujin));
  const { rows } = await database.sql('select content::text as content from mail where receiver = $1', [
    `${bildungswerk}@x.example`,
  ]);
  expect(String(rows[0]?.['content'])).toMatch(/19 Aralık 2026[^]*Letzter Tag ist der 19\. Dezember 2026/);
  await stay(speaker(nujin), side(nujin));
});

test('the round done twice, or days late, does the same once', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, told, round } = world;
  await leave(speaker(nujin), side(nujin));
  expect(await round('2027-02-01')).toBeGreaterThan(0);
  expect(await round('2027-02-01')).toBe(0);
  expect(await round('2027-02-02')).toBe(0);
  expect(told.map(({ news }) => news)).toEqual(['partnerLeaves', 'cooperationEnded']);
  expect(await closed(world, bildungswerk)).toHaveLength(1);
});

test('a fault at any statement of the round leaves all as it was, and the next round does it whole', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, program } = world;
  await world.inForce();
  await leave(speaker(nujin), side(nujin));
  world.clock.turn('2026-12-20T06:00:00Z');
  let failures = 0;
  for (let at = 1; ; at += 1) {
    const isDone = await goExitRound({ ...program, db: failingAt(program.db, at) }, world.voices).then(
      () => true,
      () => false,
    );
    if (isDone) break;
    failures += 1;
    expect((await partners(world, bildungswerk)).toSorted()).toEqual([bildungswerk, nujin].toSorted());
    expect(await closed(world, bildungswerk)).toEqual([]);
  }
  expect(failures).toBeGreaterThan(6);
  expect(await partners(world, bildungswerk)).toEqual([bildungswerk]);
  expect(await closed(world, bildungswerk)).toHaveLength(1);
});

test('leaving is taken back until the last day, and not after it', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, told, round } = world;
  await world.inForce();
  await leave(speaker(nujin), side(nujin));
  world.clock.turn('2026-12-19T21:00:00Z');
  await stay(speaker(nujin), side(nujin));
  await stay(speaker(nujin), side(nujin));
  expect(told.map(({ news }) => news)).toEqual(['partnerLeaves', 'partnerStays']);
  expect(await round('2027-03-01')).toBe(0);
  expect(await partners(world, nujin)).toHaveLength(2);
  await leave(speaker(bildungswerk), side(bildungswerk));
  world.clock.turn('2027-04-15T08:00:00Z');
  await expect(stay(speaker(bildungswerk), side(bildungswerk))).rejects.toThrow(ConflictError);
});

test('nobody takes back what another has declared, and nobody declares it for another', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, other, speaker, side } = world;
  await leave(speaker(nujin), side(nujin));
  await stay(speaker(bildungswerk), side(bildungswerk));
  await expect(leave(speaker(bildungswerk), side(nujin))).rejects.toThrow();
  await expect(leave(speaker(other), side(other))).rejects.toThrow(NotFoundError);
  await expect(leave(world.as(STRANGER), side(nujin))).rejects.toThrow();
  const own = { cooperation: world.cooperation, declared_on: '2026-11-21', last_day: '2026-11-21', left_on: null };
  const forged = database
    .as(speaker(bildungswerk).actor)
    .write((tx) => tx.deleteFrom('leaving').where('organisation', '=', nujin).executeTakeFirst());
  expect((await forged).numDeletedRows).toBe(0n);
  const insert = database.as(speaker(bildungswerk).actor).write((tx) =>
    tx
      .insertInto('leaving')
      .values({ id: crypto.randomUUID(), organisation: nujin, ...own })
      .execute(),
  );
  await expect(insert).rejects.toThrow('row-level security');
});

test('without an agreement the last day is today; two who go on the same day have ended it together', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, round } = world;
  expect(await leave(speaker(nujin), side(nujin))).toBe('2026-11-21');
  expect(await leave(speaker(bildungswerk), side(bildungswerk))).toBe('2026-11-21');
  await round('2026-11-21');
  expect(await closed(world, nujin)).toEqual([]);
  await round('2026-11-22');
  expect(await closed(world, nujin)).toMatchObject([{ kind: 'together' }]);
  await round('2026-11-23');
  expect(await partners(world, nujin)).toHaveLength(2);
});

test('where two are left it goes on: what was signed stays in force, and they no longer wait for who has gone', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, round } = world;
  const agreement = await world.inForce();
  const third = await world.thirdPartner();
  expect((await world.history(nujin, agreement)).at(-1)).toContain(third);
  await leave(speaker(third), side(third));
  await round('2026-12-20');
  expect((await world.history(nujin, agreement)).at(-1)).toEqual([bildungswerk, nujin]);
  expect(await closed(world, nujin)).toEqual([]);
  expect((await partners(world, nujin)).toSorted()).toEqual([bildungswerk, nujin].toSorted());
  expect(await speaker(nujin).db.read((db) => findInForce(db, [world.cooperation]))).toMatchObject([{ agreement }]);
  await leave(speaker(nujin), side(nujin));
  await round('2027-01-18');
  expect(await closed(world, bildungswerk)).toMatchObject([{ kind: 'exit' }]);
});

test('together it ends when all have said so; until then everybody can take it back', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, told } = world;
  const agreement = await world.inForce();
  expect(await close(speaker(nujin), side(nujin))).toBe(false);
  await goOn(speaker(nujin), side(nujin));
  expect(await close(speaker(bildungswerk), side(bildungswerk))).toBe(false);
  expect(await close(speaker(nujin), side(nujin))).toBe(true);
  expect(await closed(world, nujin)).toMatchObject([{ kind: 'together', keptUntil: '2032-07-30' }]);
  expect(told).toEqual([{ news: 'cooperationEnded', organisation: bildungswerk }]);
  for (const again of [
    () => close(speaker(nujin), side(nujin)),
    () => goOn(speaker(nujin), side(nujin)),
    () => leave(speaker(nujin), side(nujin)),
    () => world.proposeNothing(nujin, agreement),
  ])
    await expect(again()).rejects.toThrow(ConflictError);
});

test('when only who goes had not said that it is over, it is over with its last day', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  await world.inForce();
  const third = await world.thirdPartner();
  for (const partner of [nujin, bildungswerk]) expect(await close(speaker(partner), side(partner))).toBe(false);
  await leave(speaker(third), side(third));
  await world.round('2026-12-20');
  expect(await closed(world, nujin)).toMatchObject([{ kind: 'together' }]);
  expect((await partners(world, nujin)).toSorted()).toEqual([bildungswerk, nujin].toSorted());
});

test('one alone says that nothing came of it, but not over the heads of two others', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  const third = await world.thirdPartner();
  expect(await close(speaker(nujin), side(nujin))).toBe(false);
  expect(await close(speaker(third), side(third))).toBe(false);
  expect(await close(speaker(bildungswerk), side(bildungswerk))).toBe(true);
  expect(await closed(world, nujin)).toMatchObject([{ kind: 'nothing', keptUntil: '2031-11-21' }]);
  const two = await tryPartings(database);
  expect(await close(two.speaker(two.nujin), two.side(two.nujin))).toBe(true);
});

test('the database refuses what comes after the end, whatever the program believes', async () => {
  const world = await tryPartings(database);
  const { nujin, speaker, side, cooperation } = world;
  const agreement = await world.begin();
  await close(speaker(nujin), side(nujin));
  const late = { words: '{}', done_on: null, opened_on: null };
  const writes = database.as(speaker(nujin).actor).write((tx) =>
    tx
      .insertInto('sheet')
      .values({ cooperation, organisation: nujin, ...late })
      .execute(),
  );
  await expect(writes).rejects.toThrow('the cooperation has ended');
  const closure = database
    .as(speaker(nujin).actor)
    .write((tx) => tx.deleteFrom('closure').where('cooperation', '=', cooperation).execute());
  await expect(closure).rejects.toThrow('permission denied');
  expect(await world.history(nujin, agreement)).toHaveLength(1);
  expect(await speaker(nujin).db.read((db) => findLeaving(db, [cooperation]))).toEqual([]);
});

test('whoever is no partner reads nothing of leaving and ending, whatever the rank', async () => {
  const world = await tryPartings(database);
  await leave(world.speaker(world.nujin), world.side(world.nujin));
  const person = { session: 's', account: world.other, organisations: [world.other], isAdmitted: true };
  for (const actor of [
    STRANGER,
    { kind: 'account', ...person } as const,
    { kind: 'coordination', ...person } as const,
    { kind: 'operator', ...person } as const,
  ]) {
    const leaving = await database.as(actor).read((db) => findLeaving(db));
    const ended = await database.as(actor).read((db) => findClosed(db));
    expect([actor.kind, leaving.length, ended.length]).toEqual([actor.kind, 0, 0]);
  }
});
