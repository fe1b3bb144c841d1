import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerSums } from '../../../test/register-sums.ts';
import { STRANGER } from '../../plain/actor.ts';
import { advance, isBusy, standAside, unfinished } from './advance.ts';
import { ask } from './ask.ts';
import { brokenOff, manyRows } from '../../../test/broken-off.ts';
import { openDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { giveUp } from './give-up.ts';
import { countListed, findListed } from './store-listed.ts';
import { take } from './take.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

/** What readers see; that a subject is on its way is in none of these. */
const seen = async () => {
  const { subject: _a, revision: _b, source: _c, ...words } = await registerSums(desk.database.as(STRANGER));
  return words;
};
const standing = async (list: string) => (await desk.work.db.read((db) => countListed(db))).get(list);

test('taking over that breaks off in the middle shows readers nothing, and goes on where it was', async () => {
  const list = await desk.list();
  const { id } = await desk.bring(list, manyRows(900), 'Nr');
  const before = await seen();
  const progress = () => {
    throw new Error('broken off');
  };
  await expect(advance({ ...desk.work, progress }, id, 'take')).rejects.toThrow('broken off');
  expect(await desk.look(id)).toMatchObject({ state: 'taking', done: 250, trouble: null });
  expect(await seen()).toEqual(before);
  expect(await unfinished(desk.work)).toEqual([{ importId: id, step: 'take' }]);
  await advance(desk.work, id, 'take');
  expect(await desk.look(id)).toMatchObject({ state: 'taken', counts: { new: 900 } });
  expect(await standing(list)).toEqual({ rows: 900, gone: 0 });
  expect(await unfinished(desk.work)).toEqual([]);
});

test('two that take over the same import at once take every row over once', async () => {
  const list = await desk.list();
  const { id } = await desk.bring(list, manyRows(1_200), 'Nr');
  await Promise.all([advance(desk.work, id, 'take'), advance(desk.work, id, 'take')]);
  expect(await desk.look(id)).toMatchObject({ state: 'taken', trouble: null, asked: null });
  expect(await standing(list)).toEqual({ rows: 1_200, gone: 0 });
  const names = (await desk.said(list)).filter(({ field }) => field === 'name').map(({ value }) => value);
  expect(names).toHaveLength(1_200);
  expect(new Set(names).size).toBe(1_200);
  expect(await unfinished(desk.work)).toEqual([]);
});

test('a row that vanished is marked, not deleted, and stands again when it comes back', async () => {
  const list = await desk.list();
  const both = 'Nr;Name;Ort\n1;Brücke;Chemnitz\n2;Treff;Chemnitz\n';
  await take(desk.work, (await desk.bring(list, both, 'Nr')).id);
  desk.clock.turn('2026-04-02T10:00:00Z');
  const without = await desk.bring(list, 'Nr;Name;Ort\n1;Brücke;Chemnitz\n', 'Nr');
  expect(without.counts).toMatchObject({ unchanged: 1, vanished: 1 });
  await take(desk.work, without.id);
  expect(await standing(list)).toEqual({ rows: 1, gone: 1 });
  const listed = await desk.work.db.read((db) => findListed(db, list, 1, 10));
  expect(new Set(listed.map(({ goneOn }) => goneOn))).toEqual(new Set(['2026-04-02', null]));
  expect(listed).toHaveLength(2);
  expect(JSON.stringify(await desk.said(list, 'stranger'))).toContain('Treff');

  const back = await desk.bring(list, both, 'Nr');
  expect(back.counts).toMatchObject({ changed: 1, unchanged: 1, vanished: 0 });
  expect((await desk.rows(back.id))[1]?.notes).toEqual([{ key: 'lists.row.isBack', values: { day: '2026-04-02' } }]);
  await take(desk.work, back.id);
  expect(await standing(list)).toEqual({ rows: 2, gone: 0 });
});

test('two people bring in the same list at once: the second is told to compare anew', async () => {
  const list = await desk.list();
  const one = await desk.bring(list, 'Name;Ort\nA-Treff;Chemnitz\n');
  const two = await desk.bring(list, 'Name;Ort\nA-Treff;Chemnitz\nB-Treff;Chemnitz\n');
  const ends = await Promise.allSettled([one, two].map(({ id }) => advance(desk.work, id, 'take')));
  for (const end of ends) expect(end.status === 'fulfilled' || isBusy(end.reason)).toBe(true);
  const states = [await desk.look(one.id), await desk.look(two.id)];
  const [late] = states.filter(({ state }) => state === 'compared');
  expect(states.map(({ state }) => state).toSorted()).toEqual(['compared', 'taken']);
  if (late === undefined) throw new Error('nobody was late');
  await advance(desk.work, late.id, 'take');
  expect((await desk.look(late.id)).trouble).toMatchObject({ key: 'lists.import.listHasMovedOn' });
  await ask(desk.ctx, late.id, 'compare');
  await advance(desk.work, late.id, 'compare');
  expect(await desk.look(late.id)).toMatchObject({ state: 'compared', trouble: null });
  await advance(desk.work, late.id, 'take');
  expect((await standing(list))?.rows).toBeGreaterThan(0);
});

test('a step that dies of a bug says so, can be tried again and can be given up', async () => {
  const list = await desk.list();
  const before = await registerSums(desk.work.db);
  const { id } = await desk.bring(list, manyRows(600), 'Nr');
  const broken = { ...desk.work, register: { ...desk.work.register, projections: [] } };
  Object.defineProperty(broken.register, 'projections', {
    get: () => {
      throw new TypeError('a bug');
    },
  });
  await expect(advance(broken, id, 'take')).rejects.toThrow('a bug');
  expect(await desk.look(id)).toMatchObject({ state: 'taking', asked: null, trouble: { key: 'lists.import.bug' } });

  const waiting = await desk.bring(await desk.list(), 'Name;Ort\nA-Treff;Chemnitz\n');
  await standAside(desk.work, waiting.id, id);
  expect((await desk.look(waiting.id)).trouble).toMatchObject({
    key: 'lists.import.otherStuck',
    values: { file: 'liste.csv' },
  });

  await ask(desk.ctx, id, 'giveUp');
  await advance(desk.work, id, 'giveUp');
  expect(await desk.look(id)).toMatchObject({ state: 'compared', trouble: null, asked: null, done: 0 });
  expect(await registerSums(desk.work.db)).toEqual(before);
  await advance(desk.work, id, 'take');
  expect(await desk.look(id)).toMatchObject({ state: 'taken', trouble: null });
});

test('giving up that breaks off is gone on with; it does not become taking over again', async () => {
  const list = await desk.list();
  const before = await registerSums(desk.work.db);
  const { id } = await desk.bring(list, manyRows(600), 'Nr');
  await expect(advance(brokenOff(desk.work, 3), id, 'take')).rejects.toThrow('broken off');
  await expect(giveUp(brokenOff(desk.work, 2), id)).rejects.toThrow('broken off');
  expect(await unfinished(desk.work)).toEqual([{ importId: id, step: 'giveUp' }]);
  await expect(ask(desk.ctx, id, 'take')).rejects.toMatchObject({ name: 'ConflictError' });
  for (const { importId, step } of await unfinished(desk.work)) await advance(desk.work, importId, step);
  expect(await desk.look(id)).toMatchObject({ state: 'compared' });
  expect(await registerSums(desk.work.db)).toEqual(before);
});

test('what was asked for and not begun is gone on with after an interruption', async () => {
  const list = await desk.list();
  const { id } = await desk.bring(list, 'Name;Ort\nA-Treff;Chemnitz\n');
  await ask(desk.ctx, id, 'take');
  expect(await unfinished(desk.work)).toEqual([{ importId: id, step: 'take' }]);
  expect(await unfinished(desk.work, { silentMs: 20_000 })).toEqual([]);
  await advance(desk.work, id, 'take');
  expect(await desk.look(id)).toMatchObject({ state: 'taken', asked: null });
});
