import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitIntoGroups, type Edge } from './cluster.ts';
import { groupsOf } from './group.ts';

test('a single bridge does not join two groups that disagree', () => {
  const within = (a: number, b: number): Edge => ({ a, b, weight: 5 });
  const edges = [within(0, 1), within(1, 2), within(0, 2), within(3, 4), within(4, 5), within(3, 5)];
  const against = [0, 1, 2].flatMap((a) => [3, 4, 5].map((b) => ({ a, b, weight: a === 2 && b === 3 ? 4 : -3 })));
  expect(splitIntoGroups([0, 1, 2, 3, 4, 5], [...edges, ...against])).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
});

test('who agrees with both joins both', () => {
  expect(
    splitIntoGroups(
      [0, 1, 2],
      [
        { a: 0, b: 1, weight: 3 },
        { a: 1, b: 2, weight: 2 },
        { a: 0, b: 2, weight: -1 },
      ],
    ),
  ).toEqual([[0, 1, 2]]);
});

test('every member is in exactly one group, and the order of the links does not matter', () => {
  const edge = fc.record({ a: fc.nat(7), b: fc.nat(7), weight: fc.double({ min: -9, max: 9, noNaN: true }) });
  const edges = fc.uniqueArray(
    edge.filter(({ a, b }) => a < b),
    { selector: ({ a, b }) => a * 8 + b, maxLength: 28 },
  );
  fc.assert(
    fc.property(edges, (links) => {
      const members = [0, 1, 2, 3, 4, 5, 6, 7];
      const groups = splitIntoGroups(members, links);
      expect(groups.flat().toSorted((x, y) => x - y)).toEqual(members);
      const turned = splitIntoGroups(members, links.toReversed());
      expect(new Set(turned.map(String))).toEqual(new Set(groups.map(String)));
    }),
  );
});

test('a chain of a hundred thousand is one group, without looking at each link again for each', () => {
  const members = Array.from({ length: 100_000 }, (_, at) => at);
  const edges = members.slice(1).map((b): Edge => ({ a: b - 1, b, weight: 3 + (b % 7) / 10 }));
  expect(splitIntoGroups(members, edges)).toEqual([members]);
});

test('members that never met are compared before they share a group', () => {
  const pairs = { a: Int32Array.of(0, 1), b: Int32Array.of(1, 2) };
  const bits = Float64Array.of(2, 2);
  expect(groupsOf(3, pairs, bits, 1, () => 6)).toEqual([[0, 1, 2]]);
  expect(groupsOf(3, pairs, bits, 1, () => -6)).toEqual([[0, 1]]);
});
