import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSameDesk, type SameDesk } from '../../../test/same-desk.ts';
import { ConflictError } from '../../platform/errors.ts';
import { headsOf } from '../claims/index.ts';
import { findJudgements, judge, takeBackJudgement } from './index.ts';
import { pairOf } from './judgement.ts';

let desk: SameDesk;
beforeEach(async () => {
  desk = await openSameDesk();
}, 120_000);
afterEach(() => desk.close());

/** Three lists name one association; the pairs of its three entries, by what an open page has in its form. */
async function threeEntries() {
  for (const name of ['Frauenverein Nûjîn e. V.', 'Frauenverein Nujin', 'Frauenverein Nûjîn']) {
    const row = `1;${name};Löwenplatz 3;09111;Chemnitz;0371 1234560;post@nujin.example\n`;
    await desk.takeOver(await desk.list(), `Nr;Name;Straße;PLZ;Ort;Telefon;E-Mail\n${row}`);
  }
  const { rows } = await desk.database.sql('select a, b from pair_asked');
  const ids = [...new Set(rows.flatMap(({ a, b }) => [String(a), String(b)]))].toSorted();
  expect(ids).toHaveLength(3);
  const [x = '', y = '', z = ''] = ids;
  return { x, y, z };
}

const judged = async () =>
  (await desk.ctx.db.read((db) => findJudgements(db))).map(({ pair, outcome }) => [...pair, outcome]);
const heads = (...ids: string[]) => desk.ctx.db.read(async (db) => [...(await headsOf(db, ids)).values()]);
const same = (a: string, b: string) => judge(desk.ctx, { a, b, outcome: 'same' });

async function conflict(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ConflictError ? error.reason.key : String(error);
}

test('who says of two that are one by a third that they are the same is told so, and nothing is left behind', async () => {
  const { x, y, z } = await threeEntries();
  const { judgement } = await same(x, y);
  const [head = ''] = await heads(x);
  await same(head, z);
  const other = head === x ? y : x;
  expect(await conflict(same(other, z))).toBe('duplicates.areOneAlready');
  expect(await judged()).toHaveLength(2);
  await takeBackJudgement(desk.ctx, { judgement });
  expect(await judged()).toEqual([[...pairOf(head, z), 'same']]);
  expect(await heads(head, z)).toEqual([(await heads(head))[0], (await heads(head))[0]]);
  expect(await heads(other)).toEqual([other]);
});

test('who says the same of an entry that counts as another by now looks at that first, and keeps what was typed', async () => {
  const { x, y, z } = await threeEntries();
  await same(x, y);
  const [head = ''] = await heads(x);
  const other = head === x ? y : x;
  const [a, b] = pairOf(other, z);
  const answer = await desk.post('/dasselbe', { a, b, outcome: 'same', words: 'Am Telefon gefragt' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('zählt inzwischen zu einem anderen Eintrag');
  const [one, two] = pairOf(head, z);
  expect(answer.text).toMatch(
    new RegExp(`name="a" value="${one}".*name="b" value="${two}".*>Am Telefon gefragt</textarea>`, 's'),
  );
  expect(await judged()).toHaveLength(1);
  expect(new Set(await heads(x, y, z)).size).toBe(2);
  expect((await desk.post('/dasselbe', { a: one, b: two, outcome: 'same' })).status).toBe(303);
  expect(new Set(await heads(x, y, z)).size).toBe(1);
});

test('what was typed about one pair does not stand in the form about another', async () => {
  const { x, y, z } = await threeEntries();
  await desk.takeOver(await desk.list(), 'Name;Ort;Telefon\nChor Harmonie;Chemnitz;0371 777888\n');
  await desk.takeOver(await desk.list(), 'Name;Ort;Telefon\nChor Harmonie e. V.;Chemnitz;0371 777888\n');
  await same(x, y);
  const [head = ''] = await heads(x);
  await same(head, z);
  const [a, b] = pairOf(head === x ? y : x, z);
  const { status, text } = await desk.post('/dasselbe', { a, b, outcome: 'same', words: 'Am Telefon gefragt' });
  expect([status, text.includes('Chor Harmonie')]).toEqual([409, true]);
  expect(text).toMatch(/Es ging um Frauenverein N[ûu]j[îi]n.* und Frauenverein N[ûu]j[îi]n.*\./);
  expect(text).toMatch(/Das hattest du dazu geschrieben:\s*<bdi>Am Telefon gefragt<\/bdi>/);
  expect(text).not.toContain('Am Telefon gefragt</textarea>');
});

test('two that were judged the same and are still two are asked again once nothing speaks against it any more', async () => {
  const { x, y, z } = await threeEntries();
  await same(x, y);
  const [head = ''] = await heads(x);
  const other = head === x ? y : x;
  const { judgement } = await judge(desk.ctx, { a: head, b: z, outcome: 'different' });
  expect((await same(other, z)).merge).toBeNull();
  expect(await desk.asked()).toBeNull();
  expect((await desk.get('/dasselbe/urteile')).text).toContain('nicht zusammengelegt');
  await takeBackJudgement(desk.ctx, { judgement });
  expect(await desk.asked()).not.toBeNull();
  await desk.answer('same');
  expect(new Set(await heads(x, y, z)).size).toBe(1);
});
