import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictionsIn } from './contradiction.ts';
import { pairOf, type Outcome } from './judgement.ts';

function judged(one: string, other: string, outcome: Outcome, heads: Readonly<Record<string, string>> = {}) {
  const pair = pairOf(one, other);
  return { pair, outcome, heads: [heads[pair[0]] ?? pair[0], heads[pair[1]] ?? pair[1]] as const };
}

test('A is B and B is C, but A is not C: all three are named', () => {
  const [same, also, not] = [judged('a', 'b', 'same'), judged('b', 'c', 'same'), judged('a', 'c', 'different')];
  expect(contradictionsIn([same, not, also])).toEqual([{ judgement: not, way: [same, also] }]);
});

test('a branch or a shared house is not the same either; who does not know contradicts nobody', () => {
  const same = [judged('a', 'b', 'same'), judged('b', 'c', 'same')];
  const found = (outcome: Outcome) => contradictionsIn([...same, judged('a', 'c', outcome)]).length;
  expect([found('part'), found('place'), found('unsure'), found('same')]).toEqual([1, 1, 0, 0]);
});

test('what has been merged is one: whoever was judged to be two of it contradicts that', () => {
  const heads = { a: 'z', c: 'z' };
  expect(contradictionsIn([judged('a', 'c', 'different', heads)])).toHaveLength(1);
  expect(contradictionsIn([judged('a', 'c', 'different')])).toEqual([]);
});

test('the shortest way is named', () => {
  const direct = judged('a', 'd', 'same');
  const long = [judged('a', 'b', 'same'), judged('b', 'c', 'same'), judged('c', 'd', 'same')];
  const not = { ...judged('a', 'd', 'place') };
  expect(contradictionsIn([...long, direct, not])).toEqual([{ judgement: not, way: [direct] }]);
});

test('the order of judgements does not count, and without a pair that is two there is none', () => {
  const entry = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const any = fc
    .tuple(entry, entry, fc.constantFrom<Outcome>('same', 'part', 'different', 'unsure'))
    .filter(([one, other]) => one !== other)
    .map(([one, other, outcome]) => judged(one, other, outcome));
  const all = fc.uniqueArray(any, { selector: ({ pair }) => pair.join() });
  fc.assert(
    fc.property(all, (judgements) => {
      expect(contradictionsIn(judgements.toReversed())).toEqual(contradictionsIn(judgements));
      const alike = judgements.filter(({ outcome }) => outcome === 'same' || outcome === 'unsure');
      expect(contradictionsIn(alike)).toEqual([]);
      for (const { judgement, way } of contradictionsIn(judgements)) {
        const ends = way.flatMap(({ pair }) => pair);
        expect(ends).toEqual(expect.arrayContaining([...judgement.pair]));
        expect(way.every(({ outcome }) => outcome === 'same')).toBe(true);
      }
    }),
  );
});
