import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { MERGING } from '../../app/merging.ts';
import { ConflictError } from '../../platform/errors.ts';
import { findSubject, rebuild } from '../claims/index.ts';
import { advance } from '../lists/index.ts';
import { findJudgements, judge, type MergeContext } from './index.ts';
import type { Outcome } from './judgement.ts';

let desk: ImportDesk;
let ctx: MergeContext;
beforeAll(async () => {
  desk = await openDesk();
  ctx = { ...desk.ctx, ...MERGING };
}, 120_000);
afterAll(() => desk.close());

const KEYS = ['1', '2', '3', '4'];
const row = fc.record({ key: fc.constantFrom(...KEYS), name: fc.constantFrom('Brücke', 'Treff', 'Hof', 'Garten') });
const file = fc.uniqueArray(row, { selector: ({ key }) => key, minLength: 1 });
const said = fc
  .record({
    one: fc.constantFrom(...KEYS),
    other: fc.constantFrom(...KEYS),
    outcome: fc.constantFrom<Outcome>('same', 'part', 'place', 'different', 'unsure'),
  })
  .filter(({ one, other }) => one !== other);
const month = fc.record({ rows: file, said: fc.array(said, { maxLength: 2 }) });

let rounds = 0;

async function bring(list: string, rows: readonly { readonly key: string; readonly name: string }[]): Promise<void> {
  rounds += 1;
  desk.clock.turn(new Date(Date.UTC(2026, 2, 1, rounds)).toISOString());
  const lines = rows.map(({ key, name }) => `${key};${name} ${key};Chemnitz`);
  const { id } = await desk.bring(list, ['Nr;Name;Ort', ...lines, ''].join('\n'), 'Nr');
  await advance(desk.work, id, 'take');
  expect((await desk.look(id)).state).toBe('taken');
}

/** Which entry a row of the list is about. */
async function subjectsOf(list: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await desk.database.sql('select key, subject from list_row where list = $1 and until is null', [
    list,
  ]);
  return new Map(rows.map(({ key, subject }) => [String(key).slice(-1), String(subject)]));
}

const holding = async (list: string) => {
  const own = new Set((await subjectsOf(list)).values());
  const all = await ctx.db.read((db) => findJudgements(db));
  return new Map(all.filter(({ pair }) => own.has(pair[0])).map(({ pair, outcome }) => [pair.join(), outcome]));
};

test('no judgement is lost however often the list comes again, with rows gone, back and renamed; nor is a merge', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 1, maxLength: 4 }), async (months) => {
      const list = await desk.list();
      await bring(
        list,
        KEYS.map((key) => ({ key, name: 'Brücke' })),
      );
      const subjects = await subjectsOf(list);
      expect([...subjects.keys()].toSorted()).toEqual(KEYS);
      const expected = new Map<string, Outcome>();
      const merged = new Set<string>();
      for (const { rows, said: judgements } of months) {
        for (const { one, other, outcome } of judgements) {
          const [a = '', b = ''] = [subjects.get(one), subjects.get(other)];
          const done = await judge(ctx, { a, b, outcome }).catch((error: unknown) => {
            // Two that are one already.
            if (!(error instanceof ConflictError)) throw error;
            return null;
          });
          if (done === null) continue;
          expected.set([a, b].toSorted().join(), outcome);
          for (const id of [a, b])
            if ((await ctx.db.read((db) => findSubject(db, id)))?.forwardedTo !== null) merged.add(id);
        }
        await bring(list, rows);
        expect(await subjectsOf(list)).toEqual(subjects);
        expect(await holding(list)).toEqual(expected);
        for (const id of merged) expect((await ctx.db.read((db) => findSubject(db, id)))?.forwardedTo).not.toBeNull();
      }
      const { same } = await rebuild({ ...desk.work });
      expect(Object.values(same).every(Boolean)).toBe(true);
    }),
    { numRuns: 6 },
  );
}, 300_000);
