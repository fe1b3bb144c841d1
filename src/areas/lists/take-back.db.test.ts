import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerSums } from '../../../test/register-sums.ts';
import { STRANGER } from '../../plain/actor.ts';
import { rebuild } from '../claims/index.ts';
import { advance, unfinished } from './advance.ts';
import { ask } from './ask.ts';
import { brokenOff, manyRows } from '../../../test/broken-off.ts';
import { openDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { take } from './take.ts';
import { takeBack } from './take-back.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

const sums = () => registerSums(desk.work.db);
const seen = () => registerSums(desk.database.as(STRANGER));

test('taking an import back restores the register to the byte, for readers and for keepers', async () => {
  const list = await desk.list();
  await take(desk.work, (await desk.bring(list, manyRows(300), 'Nr')).id);
  const before = { kept: await sums(), public: await seen() };
  const changed = `${manyRows(250, 200_000)}900;Neuer Treff;Chemnitz;0371 999999\n`;
  const { id, counts } = await desk.bring(list, changed, 'Nr');
  expect(counts).toMatchObject({ new: 1, changed: 250, vanished: 50 });
  await take(desk.work, id);
  expect(await seen()).not.toEqual(before.public);
  await takeBack(desk.work, id);
  expect({ kept: await sums(), public: await seen() }).toEqual(before);
  expect(Object.values((await rebuild(desk.work)).same).every(Boolean)).toBe(true);
  expect(await desk.bring(list, changed, 'Nr')).toMatchObject({ counts });
});

test('an earlier import cannot be taken back before the later one: that is said and leaves no trouble', async () => {
  const list = await desk.list();
  const first = await desk.bring(list, 'Name;Ort\nA-Treff;Chemnitz\n');
  await take(desk.work, first.id);
  const second = await desk.bring(list, 'Name;Ort\nB-Treff;Chemnitz\n');
  await take(desk.work, second.id);
  await expect(ask(desk.ctx, first.id, 'takeBack')).rejects.toMatchObject({
    reason: { key: 'lists.import.laterOnesFirst' },
  });
  await advance(desk.work, first.id, 'takeBack');
  expect(await desk.look(first.id)).toMatchObject({ state: 'taken', trouble: null, asked: null });
});

test('taking back that breaks off at any step goes on to the same end', async () => {
  const list = await desk.list();
  const before = { kept: await sums(), public: await seen() };
  for (const nth of [1, 2, 3, 4, 5, 7]) {
    const { id } = await desk.bring(list, manyRows(600), 'Nr');
    await take(desk.work, id);
    await expect(takeBack(brokenOff(desk.work, nth), id)).rejects.toThrow('broken off');
    for (const { importId, step } of await unfinished(desk.work)) await advance(desk.work, importId, step);
    expect(await desk.look(id)).toMatchObject({ state: 'takenBack', trouble: null });
    expect({ kept: await sums(), public: await seen() }).toEqual(before);
  }
}, 60_000);

test('two that take the same import back at once end where one would', async () => {
  const list = await desk.list();
  const before = { kept: await sums(), public: await seen() };
  const { id } = await desk.bring(list, manyRows(900), 'Nr');
  await take(desk.work, id);
  await Promise.all([advance(desk.work, id, 'takeBack'), advance(desk.work, id, 'takeBack')]);
  expect(await desk.look(id)).toMatchObject({ state: 'takenBack', trouble: null });
  expect({ kept: await sums(), public: await seen() }).toEqual(before);
});

test('while one import is taken back another one waits and does not disturb it', async () => {
  const before = { kept: await sums(), public: await seen() };
  const one = await desk.bring(await desk.list(), manyRows(600), 'Nr');
  await take(desk.work, one.id);
  const two = await desk.bring(await desk.list(), manyRows(600), 'Nr');
  await take(desk.work, two.id);
  await expect(takeBack(brokenOff(desk.work, 3), one.id)).rejects.toThrow('broken off');
  await expect(takeBack(desk.work, two.id)).rejects.toMatchObject({ reason: { key: 'claims.revision.otherUnderWay' } });
  await takeBack(desk.work, one.id);
  await takeBack(desk.work, two.id);
  expect({ kept: await sums(), public: await seen() }).toEqual(before);
});
