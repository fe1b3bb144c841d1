import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartings } from '../../../test/partings.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import { beginReview } from './begin-review.ts';
import { leave } from './leave.ts';
import { EMPTY_REVIEW } from './review.ts';
import { findReviews } from './store.ts';
import { writeReview } from './write-review.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

type World = Awaited<ReturnType<typeof tryPartings>>;
const said = (gained: string) => ({ ...EMPTY_REVIEW, gained });
const reviews = ({ speaker, cooperation }: World, who: string) =>
  speaker(who).db.read((db) => findReviews(db, cooperation));
const hand = ({ speaker, cooperation, voices }: World, organisation: string, gained: string) =>
  writeReview(speaker(organisation), { cooperation, organisation, words: said(gained), handOver: true }, voices);
/** Who got a mail since the last look. */
async function mailed(): Promise<readonly unknown[]> {
  const { rows } = await database.sql('delete from mail returning receiver');
  return rows.map(({ receiver }) => receiver);
}

test('a part of a review is read by the others when all have handed over, not before', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, cooperation } = world;
  const id = await beginReview(speaker(nujin), side(nujin));
  expect(await beginReview(speaker(bildungswerk), side(bildungswerk))).toBe(id);
  const draft = { cooperation, organisation: nujin, words: said('Neue Räume'), handOver: false };
  expect(await writeReview(speaker(nujin), draft)).toEqual({ ok: true, value: { areOpen: false } });
  expect(await hand(world, bildungswerk, 'Vertrauen')).toEqual({ ok: true, value: { areOpen: false } });
  expect(JSON.stringify(await reviews(world, nujin))).not.toContain('Vertrauen');
  expect(JSON.stringify(await reviews(world, bildungswerk))).not.toContain('Räume');
  expect(await hand(world, bildungswerk, 'Anders')).toEqual({ ok: false, issue: 'handedOver' });
  expect(await hand(world, nujin, 'Neue Räume')).toEqual({ ok: true, value: { areOpen: true } });
  for (const who of [nujin, bildungswerk]) {
    const [review] = await reviews(world, who);
    expect(review).toMatchObject({ id, openedOn: '2026-11-21' });
    expect(review?.parts.map(({ words }) => words.gained).toSorted()).toEqual(['Neue Räume', 'Vertrauen']);
  }
  expect(await hand(world, nujin, 'Zu spät')).toEqual({ ok: false, issue: 'over' });
  expect(await beginReview(speaker(nujin), side(nujin))).not.toBe(id);
});

test('whoever has handed over first hears by mail when all is open, once a day whatever else there is', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side, cooperation } = world;
  await beginReview(speaker(nujin), side(nujin));
  await mailed();
  await hand(world, nujin, 'Neue Räume');
  expect(await mailed()).toEqual([]);
  await hand(world, bildungswerk, 'Vertrauen');
  expect(await mailed()).toEqual([`${nujin}@x.example`]);
  const { rows } = await database.sql('select organisation from partner_told where cooperation = $1', [cooperation]);
  expect(rows).toEqual([{ organisation: nujin }]);
});

test('two who hand over at the same moment open both', async () => {
  const world = await tryPartings(database);
  await beginReview(world.speaker(world.nujin), world.side(world.nujin));
  await Promise.all([hand(world, world.nujin, 'Eins'), hand(world, world.bildungswerk, 'Zwei')]);
  expect((await reviews(world, world.nujin))[0]?.parts).toHaveLength(2);
});

test('nothing said is nothing to hand over', async () => {
  const world = await tryPartings(database);
  await beginReview(world.speaker(world.nujin), world.side(world.nujin));
  expect(await hand(world, world.nujin, '  ')).toEqual({ ok: false, issue: 'silent' });
});

test('nobody opens a part alone, not even with rights of the database, and nobody else reads one', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  const review = await beginReview(speaker(nujin), side(nujin));
  await hand(world, nujin, 'Geheim');
  const opening = (who: string) =>
    database
      .as(speaker(who).actor)
      .write((tx) =>
        tx.updateTable('review_part').set({ opened_on: '2026-11-21' }).where('review', '=', review).executeTakeFirst(),
      );
  await expect(opening(nujin)).rejects.toThrow('row-level security');
  expect((await opening(bildungswerk)).numUpdatedRows).toBe(0n);
  const person = { session: 's', account: world.other, organisations: [world.other], isAdmitted: true };
  const others: readonly Actor[] = [
    STRANGER,
    { kind: 'account', ...person },
    { kind: 'coordination', ...person },
    { kind: 'operator', ...person },
  ];
  for (const actor of others) {
    const read = await database.as(actor).read((db) => findReviews(db, world.cooperation));
    expect([actor.kind, read]).toEqual([actor.kind, []]);
  }
  const outside = side(world.other);
  await expect(beginReview(speaker(world.other), outside)).rejects.toThrow(NotFoundError);
});

test('a review does not wait for whoever has gone', async () => {
  const world = await tryPartings(database);
  const { nujin, bildungswerk, speaker, side } = world;
  const third = await world.thirdPartner();
  await beginReview(speaker(nujin), side(nujin));
  await hand(world, nujin, 'Eins');
  await hand(world, bildungswerk, 'Zwei');
  expect((await reviews(world, nujin))[0]?.openedOn).toBeNull();
  await leave(speaker(third), side(third));
  await mailed();
  await world.round('2026-11-22');
  expect(new Set(await mailed())).toEqual(new Set([`${bildungswerk}@x.example`, `${nujin}@x.example`]));
  expect((await reviews(world, nujin))[0]).toMatchObject({ openedOn: '2026-11-22' });
  expect((await reviews(world, nujin))[0]?.parts).toHaveLength(2);
});
