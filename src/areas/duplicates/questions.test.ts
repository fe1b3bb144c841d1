import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countToAsk,
  expectedEffect,
  inOrder,
  isOverwhelming,
  stillOpen,
  toldApart,
  type Question,
} from './questions.ts';
import { pairOf, type Judgement } from './judgement.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([one, other]) => pairOf(one, other));
const question = fc.record({
  pair,
  kind: fc.constant('organisation' as const),
  p: fc.double({ min: 0.2, max: 1, noNaN: true }),
  outcome: fc.constant('same' as const),
  reasons: fc.constant([]),
  effect: fc.double({ min: 0, max: 3, noNaN: true }),
});

function judged(heads: readonly [string, string], more: Partial<Judgement> = {}) {
  return { heads, outcome: 'different' as const, restsUntil: null, ...more };
}

test('the order of the questions does not depend on the order in which they were found', () => {
  fc.assert(
    fc.property(fc.array(question), (found) => {
      const once = inOrder(found.toReversed());
      expect(once.map(({ effect }) => effect)).toEqual(found.map(({ effect }) => effect).toSorted((a, b) => b - a));
      const unlike = new Map(found.map((each) => [`${each.effect} ${each.pair.join()}`, each]));
      fc.pre(unlike.size === found.length);
      expect(once).toEqual(inOrder(found));
    }),
  );
});

test('each pair is asked once, none that was judged, and none with itself', () => {
  fc.assert(
    fc.property(fc.array(question), fc.array(pair), (found, judgements) => {
      const open = stillOpen(
        found,
        judgements.map((heads) => judged([heads[1], heads[0]])),
        '2026-11-21',
      );
      const keys = open.map(({ pair: each }) => each.join());
      expect(new Set(keys).size).toBe(keys.length);
      for (const each of open) {
        expect(each.pair[0]).not.toBe(each.pair[1]);
        expect(judgements.map(String)).not.toContain(String(each.pair));
      }
      const left = found.filter(({ pair: [a, b] }) => a !== b && !judgements.map(String).includes(`${a},${b}`));
      expect(new Set(keys)).toEqual(new Set(left.map(({ pair: each }) => each.join())));
    }),
  );
});

test('what follows from other answers is not counted', () => {
  const asked = (...pairs: (readonly [string, string])[]) =>
    pairs.map((each): Question => ({ pair: each, kind: 'offer', p: 0.9, outcome: 'same', reasons: [], effect: 1 }));
  expect(countToAsk(asked(['a', 'b'], ['b', 'c'], ['a', 'c'], ['d', 'e']))).toBe(3);
  expect(countToAsk(asked(['a', 'b'], ['b', 'c'], ['a', 'c']).map((each) => ({ ...each, outcome: 'place' })))).toBe(3);
});

test('what was told apart counts for all that look the same as these, and for nobody that only shares their house', () => {
  const found = (outcome: Question['outcome'], ...pairs: (readonly [string, string])[]) =>
    pairs.map((each): Question => ({ pair: each, kind: 'offer', p: 0.9, outcome, reasons: [], effect: 1 }));
  const bothBack = found('same', ['a', 'c'], ['b', 'd'], ['c', 'd']);
  expect(toldApart(bothBack, [judged(['b', 'a'])])(['c', 'd'])).toBe(true);
  expect(toldApart(bothBack, [judged(['b', 'a'], { outcome: 'unsure' })])(['c', 'd'])).toBe(false);
  expect(toldApart(bothBack, [judged(['b', 'a'], { outcome: 'same' })])(['c', 'd'])).toBe(false);
  const neighbour = [...found('same', ['a', 'c']), ...found('place', ['a', 'b'], ['b', 'c'])];
  expect(toldApart(neighbour, [judged(['a', 'b'], { outcome: 'place' })])(['a', 'c'])).toBe(false);
});

test('an offer is taken without asking only where the times are the same too', () => {
  const asked: Question = { pair: ['a', 'b'], kind: 'offer', p: 0.999, outcome: 'same', reasons: [], effect: 1 };
  const times = (level: string) => ({ ...asked, reasons: [{ field: 'times', level, weight: 1 }] });
  expect(isOverwhelming(asked)).toBe(false);
  expect(isOverwhelming(times('near'))).toBe(false);
  expect(isOverwhelming(times('same'))).toBe(true);
  expect(isOverwhelming({ ...times('same'), p: 0.99 })).toBe(false);
  expect(isOverwhelming({ ...asked, kind: 'organisation' })).toBe(true);
  expect(isOverwhelming({ ...asked, kind: 'organisation', outcome: 'part' })).toBe(false);
});

test('whoever stands at two addresses is asked about, however sure it is', () => {
  const asked: Question = { pair: ['a', 'b'], kind: 'organisation', p: 0.999, outcome: 'same', reasons: [], effect: 1 };
  const address = (level: string) => ({ ...asked, reasons: [{ field: 'address', level, weight: 0 }] });
  expect(isOverwhelming(address('same'))).toBe(true);
  for (const level of ['other town', 'other number', 'other street', 'other place'])
    expect(isOverwhelming(address(level))).toBe(false);
});

test('who did not know is left alone until the day comes', () => {
  const asked: Question = {
    pair: ['a', 'b'],
    kind: 'offer',
    p: 0.9,
    outcome: 'same',
    reasons: [],
    effect: 1,
  };
  const unsure = [judged(['a', 'b'], { outcome: 'unsure', restsUntil: '2027-02-19' })];
  expect(stillOpen([asked], unsure, '2027-02-18')).toEqual([]);
  expect(stillOpen([asked], unsure, '2027-02-19')).toEqual([asked]);
});

test('a surer pair settles more, and so does one on which more hangs', () => {
  const reach = { claims: 10, offers: 0, group: 2 };
  expect(expectedEffect(0.9, reach)).toBeGreaterThan(expectedEffect(0.5, reach));
  expect(expectedEffect(0.9, { ...reach, offers: 3 })).toBeGreaterThan(expectedEffect(0.9, reach));
  expect(expectedEffect(0.9, { ...reach, group: 4 })).toBeGreaterThan(expectedEffect(0.9, reach));
});
