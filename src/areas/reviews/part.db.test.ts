import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartings } from '../../../test/partings.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Database } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { findPartners } from '../cooperations/index.ts';
import { beginReview } from './begin-review.ts';
import { close } from './close.ts';
import { leave } from './leave.ts';
import { REVIEWS_PART } from './part.ts';
import { EMPTY_REVIEW } from './review.ts';
import { writeReview } from './write-review.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

type World = Awaited<ReturnType<typeof tryPartings>>;

async function loaded({ speaker, cooperation, clock }: World, own: string) {
  return speaker(own).db.read(async (db) => {
    const view = { cooperation, own, partners: await findPartners(db, cooperation) };
    return (await REVIEWS_PART.load(db, [view], dayOf(clock.now())))(view);
  });
}

async function shown(world: World, own: string) {
  const { stage, open, links } = await loaded(world, own);
  return { stage, open: open.map(({ text }) => text.key), links: links.map(({ href }) => href.split('/').at(-1)) };
}

test('what waits for a side is told to this side, until it has done it', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  expect(await shown(world, nujin)).toEqual({
    stage: null,
    open: [],
    links: ['rueckblick', 'abschluss', 'ausstieg'],
  });
  await beginReview(speaker(nujin), side(nujin));
  const words = { ...EMPTY_REVIEW, good: 'Alles.' };
  await writeReview(speaker(nujin), { ...side(nujin), words, handOver: true });
  expect((await shown(world, nujin)).open).toEqual([]);
  expect((await shown(world, bildungswerk)).open).toEqual(['reviews.part.write']);
  await leave(speaker(nujin), side(nujin));
  expect((await shown(world, nujin)).open).toEqual(['reviews.part.weLeave']);
  expect((await shown(world, bildungswerk)).open).toEqual(['reviews.part.otherLeaves', 'reviews.part.write']);
});

test('a review that has just been opened is pointed at for some days, on both sides', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  await beginReview(speaker(nujin), side(nujin));
  const words = { ...EMPTY_REVIEW, good: 'Alles.' };
  for (const own of [nujin, bildungswerk])
    await writeReview(speaker(own), { ...side(own), words, handOver: true }, world.voices);
  for (const own of [nujin, bildungswerk]) expect((await shown(world, own)).open).toEqual(['reviews.part.opened']);
  world.clock.turn('2026-12-06T20:00:00Z');
  expect((await shown(world, nujin)).open).toEqual([]);
});

test('who is asked to end together is told; after the end there is only the sheet and what was said', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  await world.inForce();
  const ending = async () =>
    (await loaded(world, nujin)).links.find(({ href }) => href.endsWith('abschluss'))?.text.key;
  expect(await ending()).toBe('reviews.closing.ahead');
  await close(speaker(nujin), side(nujin));
  expect((await shown(world, nujin)).open).toEqual([]);
  expect((await shown(world, bildungswerk)).open).toEqual(['reviews.part.endAsked']);
  await close(speaker(bildungswerk), side(bildungswerk));
  expect(await ending()).toBe('reviews.closing.title');
  expect(await shown(world, nujin)).toEqual({ stage: 'ended', open: [], links: ['rueckblick', 'abschluss'] });
});
