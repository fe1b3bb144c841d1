import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTold, tell, TOLD_AT, TOLD_REGISTER, toldClaims, toldSource, type Told } from '../../../test/told.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import {
  beginRevision,
  discardRevision,
  finishWithdrawal,
  publishRevision,
  rebuild,
  reviseNew,
  tidyRevision,
  withdrawRevision,
} from '../claims/index.ts';
import { openGazetteer } from '../places/index.ts';
import { createEntryIndex } from './entry-index.ts';
import { find, openFinder, readQuery, type Found } from './index.ts';

const clock = fixedClock('2026-11-21T08:00:00Z');
const words = loadWords('src', { strict: false }).in('de');
const gazetteer = openGazetteer();
const finder = openFinder(gazetteer);
let database: Database;

beforeAll(async () => {
  database = await openTold();
  await tell(database, [
    {
      key: 'cafe',
      kind: 'offer',
      facts: {
        name: 'Sprachcafé am Löwenplatz',
        times: [{ day: 7, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }],
      },
    },
    { key: 'hall', kind: 'organisation', facts: { name: 'Festhalle' } },
  ]);
});
afterAll(() => database.close());

function ask(address: string, by = finder): Promise<Found> {
  return find(
    { db: database.as(STRANGER), actor: STRANGER, clock, words },
    by,
    readQuery(new URLSearchParams(address)).query,
  );
}

test('a list is found in the moment it is published, and gone in the moment it is taken back', async () => {
  const write = database.as(system('test'));
  const keeper = { db: write, actor: system('test'), register: TOLD_REGISTER };
  const entry: Told = { key: 'listed', kind: 'offer', facts: { name: 'Nähwerkstatt Zickzack' } };
  const source = await write.write(toldSource);
  const step = { subjects: [{ id: idFor('listed'), kind: 'offer' as const }], claims: toldClaims(entry, source) };
  expect((await ask('q=Zickzack')).total).toBe(0);
  const revision = await write.write((tx) => beginRevision(tx, 'import', TOLD_AT));
  await write.write((tx) => reviseNew(tx, TOLD_REGISTER, revision, step));
  expect((await ask('q=Zickzack')).total).toBe(0);
  await write.write((tx) => publishRevision(tx, TOLD_REGISTER, revision));
  expect((await ask('q=Zickzack')).total).toBe(1);
  await tidyRevision(keeper, revision);
  expect((await ask('q=Zickzack')).total).toBe(1);
  const cover = await withdrawRevision(keeper, revision, TOLD_AT, () => Promise.resolve());
  expect((await ask('q=Zickzack')).total).toBe(0);
  await finishWithdrawal(keeper, revision, cover, () => Promise.resolve());
  expect((await ask('q=Zickzack')).total).toBe(0);
  const second = await write.write((tx) => beginRevision(tx, 'import', TOLD_AT));
  await write.write((tx) => reviseNew(tx, TOLD_REGISTER, second, step));
  await discardRevision(keeper, second);
  expect((await ask('q=Zickzack')).total).toBe(0);
});

test('a change is found at once, also by the other processes', async () => {
  const second = openFinder(gazetteer);
  expect((await ask('q=Regenbogenhaus', second)).total).toBe(0);
  await tell(database, [{ key: 'new', kind: 'organisation', facts: { name: 'Regenbogenhaus' } }]);
  expect((await ask('q=Regenbogenhaus', second)).total).toBe(1);
  expect((await ask('q=Regenbogenhaus')).total).toBe(1);
});

test('the register of an earlier day is found by the same rules', async () => {
  expect((await ask('q=Sprahcafe Sonntag&stand=2026-11-20')).results.map(({ subject }) => subject)).toEqual([
    idFor('cafe'),
  ]);
  expect((await ask('q=Sprachcafé&stand=2026-09-30')).total).toBe(0);
});

test('several earlier days asked for at once are each answered', async () => {
  const days = ['2026-11-18', '2026-09-01', '2026-11-19', '2026-11-18'];
  const totals = await Promise.all(days.map(async (day) => (await ask(`q=Festhalle&stand=${day}`)).total));
  expect(totals).toEqual([1, 0, 1, 1]);
});

test('many earlier days asked for at once are worked out in part, and the others are told to come again', async () => {
  const other = openFinder(gazetteer);
  const ctx = { db: database.as(STRANGER) };
  const past = { index: createEntryIndex(), rows: new Map() };
  // Nobody is served before all have asked, however quick the database is.
  const gate = Promise.withResolvers<undefined>();
  const read = () => gate.promise.then(() => past);
  const refused: unknown[] = [];
  const asked = Array.from({ length: 12 }, (_, day) =>
    other.onDay(ctx, `2026-08-${String(day + 1).padStart(2, '0')}`, read).catch((error: unknown) => {
      refused.push(error);
      return null;
    }),
  );
  await expect.poll(() => refused.length).toBe(12 - 5);
  for (const each of refused) expect(each).toMatchObject({ reason: { key: 'finding.past.busy' } });
  gate.resolve(undefined);
  expect((await Promise.all(asked)).filter((served) => served === past)).toHaveLength(5);
  // Whoever comes again later is served.
  expect(await other.onDay(ctx, '2026-11-18', read)).toBe(past);
});

test('writing the register anew changes no byte and nothing that is found', async () => {
  const before = await ask('');
  const { same } = await rebuild({ db: database.as(system('test')), actor: system('test'), register: TOLD_REGISTER });
  expect(same).toEqual({ finding_entry: true });
  expect(await ask('')).toEqual(before);
});
