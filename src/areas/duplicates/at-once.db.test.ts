import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../test/claims.ts';
import { openDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { MERGING } from '../../app/merging.ts';
import { newId } from '../../plain/ids.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import { headsOf, insertSource, say } from '../claims/index.ts';
import { findJudgements, judge, merge, takeBackJudgement, type MergeContext } from './index.ts';
import { pairOf, type Outcome } from './judgement.ts';

const TURNS = 8;
let desk: ImportDesk;
let ctx: MergeContext;

beforeAll(async () => {
  desk = await openDesk();
  ctx = { ...desk.ctx, ...MERGING };
}, 120_000);
afterAll(() => desk.close());

async function entries(): Promise<readonly [string, string, string]> {
  const at = desk.clock.now();
  const ids = [newId(at), newId(at), newId(at)] as const;
  await desk.ctx.db.write(async (tx) => {
    const source = await insertSource(tx, aSource(at), 0);
    await say(tx, MERGING.register, {
      subjects: ids.map((id) => ({ id, kind: 'organisation' })),
      claims: ids.map((subject) => newClaim({ subject, field: 'name', value: 'Frauenverein', source, saidAt: at })),
      at,
    });
  });
  return ids;
}

/** All at once; whoever comes too late may be told so. */
async function together(...work: readonly Promise<unknown>[]): Promise<void> {
  const isTold = (reason: unknown) =>
    [ConflictError, NotAllowedError, NotFoundError].some((refusal) => reason instanceof refusal);
  for (const done of await Promise.allSettled(work))
    if (done.status === 'rejected' && !isTold(done.reason)) throw done.reason;
}

const judged = (a: string, b: string, outcome: Outcome) => judge(ctx, { a, b, outcome });

async function holding(a: string, b: string): Promise<readonly Outcome[]> {
  const found = await ctx.db.read((db) => findJudgements(db, { pair: pairOf(a, b) }));
  return found.map(({ outcome }) => outcome);
}

async function areOne(a: string, b: string): Promise<boolean> {
  const heads = await ctx.db.read((db) => headsOf(db, [a, b]));
  return heads.get(a) === heads.get(b);
}

/** Somebody does the one after whoever does the other has looked, and before they write. */
async function between(one: () => Promise<unknown>, other: (as: MergeContext) => Promise<unknown>): Promise<void> {
  const [looked, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const write: MergeContext['db']['write'] = async (work) => {
    looked.resolve();
    await done.promise;
    return ctx.db.write(work);
  };
  const late = other({ ...ctx, db: { ...ctx.db, write } });
  await looked.promise;
  await one();
  done.resolve();
  await together(late);
}

test('of several who judge a pair at once the last one holds, and only that', async () => {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const [a, b] = await entries();
    await together(judged(a, b, 'place'), judged(a, b, 'different'), judged(a, b, 'part'));
    expect(await holding(a, b)).toHaveLength(1);
  }
});

test('what has become one meanwhile is not told apart', async () => {
  const [a, b] = await entries();
  await between(
    () => judged(a, b, 'same'),
    (as) => judge(as, { a, b, outcome: 'different' }),
  );
  expect([await holding(a, b), await areOne(a, b)]).toEqual([['same'], true]);
});

test('what somebody tells apart meanwhile is not merged by a detour', async () => {
  const [a, b, c] = await entries();
  await judged(b, c, 'same');
  await between(
    () => judged(a, c, 'different'),
    (as) => judge(as, { a, b, outcome: 'same' }),
  );
  expect([await holding(a, c), await areOne(a, c)]).toEqual([['different'], false]);
});

test('what somebody judges anew meanwhile is not taken back with the judgement before', async () => {
  const [a, b] = await entries();
  await judged(a, b, 'place');
  const { judgement } = await judged(a, b, 'part');
  await between(
    () => judged(a, b, 'different'),
    (as) => takeBackJudgement(as, { judgement }),
  );
  expect(await holding(a, b)).toEqual(['different']);
});

test('what has to be settled first since somebody looked is not merged over', async () => {
  for (const merging of [
    (as: MergeContext, a: string, b: string) => judge(as, { a, b, outcome: 'same' }),
    (as: MergeContext, a: string, b: string) => merge(as, { merged: a, head: b }),
  ]) {
    const [a, b] = await entries();
    const begin = async () => {
      for (const one of [a, b])
        await desk.database.sql("insert into protection_term (id, organisation, since) values ($1, $2, '2026-01-01')", [
          newId(desk.clock.now()),
          one,
        ]);
    };
    await between(begin, (as) => merging(as, a, b));
    expect(await areOne(a, b)).toBe(false);
  }
});
