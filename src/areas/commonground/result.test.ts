import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../engines/opinion/index.ts';
import type { Answers } from './ballot.ts';
import { standOnMap } from './own-place.ts';
import { isCommon, mayShowParting, resultOf, sum } from './result.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
const OPEN = IDS.map((id) => ({ id, state: 'open' as const }));

/** Two camps of so many people that part over the last eight statements and share the first four. */
const camps = (size: number): Answers[] =>
  Array.from({ length: 2 * size }, (_, person) =>
    Object.fromEntries(
      IDS.map((id, at): [string, Answer] => {
        if (at < 4) return [id, 1];
        const side = (at + person) % 2 === 0 ? 1 : -1;
        return [id, (person * 7 + at * 3) % 11 === 0 ? 0 : side];
      }),
    ),
  );

/** An answer that has nothing to do with any other. */
const chance = (text: string): Answer => {
  const [byte = 0] = createHash('sha256').update(text).digest();
  return byte < 110 ? 1 : byte < 220 ? -1 : 0;
};

const answer = fc.constantFrom<Answer>(1, 0, -1);
const anyBallots = fc.array(fc.dictionary(fc.constantFrom(...IDS), answer), {
  minLength: 0,
  maxLength: 24,
  size: 'max',
});

/** Sixteen of whom fifteen are grouped: thirteen answered one statement, and one of these is left over. */
const FEW_ANSWERS: Answers[] = [
  ...Array.from({ length: 10 }, (): Answers => ({ a: 1 })),
  { g: 1 },
  { i: 1 },
  { j: -1 },
  { j: 1, b: 1, a: -1, h: 1, k: 1 },
  { j: 1, i: 1, c: 1, a: 0 },
  { c: 1, j: -1, h: 1 },
];

test('below eight people who have answered there is no result', () => {
  fc.assert(
    fc.property(anyBallots, (ballots) => {
      const filled = ballots.filter((one) => Object.keys(one).length > 0).length;
      expect(resultOf(ballots, OPEN) === null).toBe(filled < 8);
    }),
    { numRuns: 40 },
  );
});

/** Two camps, and a statement that hardly anybody has seen. */
const withRare = (rare: readonly Answer[]): Answers[] =>
  camps(12).map((one, person) => (rare[person] === undefined ? one : { ...one, m: rare[person] }));

test('nothing of a result tells what fewer than eight have answered, also not where it lies on the map or whether a group says it', () => {
  const open = [...OPEN, { id: 'm', state: 'open' as const }];
  for (const rare of [[1], [-1], [1, -1, 1, -1, 1, -1, 1]] satisfies Answer[][]) {
    const result = resultOf(withRare(rare), open);
    expect(result?.groups).toHaveLength(2);
    expect(result?.plane?.['m']).toEqual([0, 0, 0]);
    expect(result?.groups.flatMap(({ says }) => says.map(({ id }) => id))).not.toContain('m');
  }
  expect(resultOf(withRare([1]), open)?.plane).toMatchObject({ a: [1, 0, 0] });
});

test('where numbers of groups are not told, how much they share is told too roughly to work them out again', () => {
  // Three who have answered little are in no group: beside the groups their answers could be told by subtraction.
  const ballots = [...camps(12), { a: 1 }, { a: -1, b: 0 }, { b: -1 }] satisfies Answers[];
  const [result, whole] = [resultOf(ballots, OPEN), resultOf(camps(12), OPEN)];
  expect(result?.groups).toHaveLength(2);
  const hidden = result?.statements.filter(({ groups }) => groups === null) ?? [];
  expect(hidden.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  for (const { value, low, high } of hidden)
    for (const told of [value, low, high]) expect(Math.abs(told * 20 - Math.round(told * 20))).toBeLessThan(1e-9);
  expect(whole?.statements.some(({ low }) => Math.abs(low * 20 - Math.round(low * 20)) > 1e-9)).toBe(true);
});

test('in which order ballots lie, and answers in them, changes nothing', () => {
  fc.assert(
    fc.property(anyBallots, (ballots) => {
      const turned = ballots.toReversed().map((one) => Object.fromEntries(Object.entries(one).toReversed()));
      expect(resultOf(turned, OPEN)).toEqual(resultOf(ballots, OPEN));
    }),
    { numRuns: 25, examples: [[FEW_ANSWERS]] },
  );
});

test('no number is shown of fewer than eight people, of a group of fewer than five, or of one to four beside the groups', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 14 }), anyBallots, (size, others) => {
      const result = resultOf([...camps(size), ...others], OPEN);
      for (const { counts, groups } of result?.statements ?? []) {
        if (counts !== null) expect(sum(counts)).toBeGreaterThanOrEqual(8);
        if (groups === null || counts === null) continue;
        for (const group of groups) expect(sum(group)).toBeGreaterThanOrEqual(5);
        const rest = sum(counts) - groups.reduce((total, group) => total + sum(group), 0);
        expect(rest === 0 || rest >= 5).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

test('two camps are seen, common ground stands before what parts them, and one’s own place lies in one’s own camp', () => {
  const ballots = camps(15);
  const result = resultOf(ballots, OPEN);
  if (result === null) throw new Error('no result');
  expect(result.hasGroups).toBe(true);
  expect(result.groups.map(({ size }) => size)).toEqual([15, 15]);
  expect(result.statements.filter(isCommon).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(result.statements.slice(0, 4).every(isCommon)).toBe(true);
  expect(mayShowParting(result)).toBe(true);
  const own = standOnMap(result, ballots[0] ?? {});
  const [near, far] = result.groups
    .map(({ x, y }) => Math.hypot(x - (own?.x ?? 0), y - (own?.y ?? 0)))
    .toSorted((a, b) => a - b);
  expect(near).toBeLessThan((far ?? 0) / 3);
  expect(standOnMap(result, { a: 1 })).toBeNull();
});

test('what nearly all refuse is shared as much as what nearly all say', () => {
  const ballots = camps(15).map((ballot): Answers => ({ ...ballot, b: -1 }));
  const [said, refused] = ['a', 'b'].map((id) => resultOf(ballots, OPEN)?.statements.find((one) => one.id === id));
  expect(refused?.standing).toBe('refused');
  expect(refused).toMatchObject({ value: said?.value, low: said?.low, high: said?.high });
});

test('where answers hang together by chance only, no camps are told and there is no map', () => {
  const noise = Array.from({ length: 46 }, (_, person) =>
    Object.fromEntries(IDS.map((id): [string, Answer] => [id, chance(`${person} ${id}`)])),
  );
  const result = resultOf(noise, OPEN);
  expect(result?.hasGroups).toBe(false);
  expect(result?.plane).toBeNull();
});

test('a statement that was declined is in no list', () => {
  const result = resultOf(camps(10), [...OPEN.slice(1), { id: 'a', state: 'declined' }]);
  expect(result?.statements.map(({ id }) => id)).not.toContain('a');
});

test('a statement that seven have answered shows no number, with eight it does', () => {
  const answered = (people: number) =>
    resultOf(
      camps(10).map((ballot, person): Answers => (person < people ? { ...ballot, late: 1 } : ballot)),
      [...OPEN, { id: 'late', state: 'open' }],
    )?.statements.find(({ id }) => id === 'late');
  expect(answered(7)).toMatchObject({ counts: null, groups: null, standing: 'other', low: 0, high: 1 });
  expect(answered(8)?.counts).toEqual({ agree: 8, disagree: 0, pass: 0 });
});
