import { expect, test } from 'vitest';
import { openBallotBox } from './ballot-box.ts';
import { tally, type Tally } from './ballots.ts';
import { divisiveOf } from './divisive.ts';

/** One statement that so many of a hundred people agree to, all others disagree. */
function answeredBy(agrees: number) {
  const box = openBallotBox();
  for (let one = 0; one < 100; one += 1) box.cast(String(one), '1', one < agrees ? 1 : -1);
  return box.count();
}

function group(agrees: number, disagrees: number): Tally {
  return {
    agrees: Uint32Array.of(agrees),
    disagrees: Uint32Array.of(disagrees),
    answered: Uint32Array.of(agrees + disagrees),
  };
}

const tested = (p: number) => ({ agree: Float64Array.of(p), disagree: Float64Array.of(1) });

test('27 of 100 are for sure more than a fifth, 26 are not: worked by hand', () => {
  // Wilson, z = 1.6449: 0.204 and 0.195.
  for (const agrees of [27, 73]) {
    const ballots = answeredBy(agrees);
    const [found] = divisiveOf(ballots, tally(ballots), [tally(ballots)], [tested(1)]);
    expect(found).toMatchObject({ column: 0, kind: 'within', agree: agrees / 100, disagree: 1 - agrees / 100 });
    expect(found!.division).toBeCloseTo(4 * 0.27 * 0.73, 12);
  }
  for (const agrees of [26, 74]) {
    const ballots = answeredBy(agrees);
    expect(divisiveOf(ballots, tally(ballots), [tally(ballots)], [tested(1)])).toEqual([]);
  }
});

test('groups part over a statement where they differ beyond chance and lean to opposite sides', () => {
  const ballots = answeredBy(80);
  const kindOf = (p: number, ...groups: readonly Tally[]) =>
    divisiveOf(ballots, tally(ballots), groups, [tested(p), tested(1)])[0]?.kind;
  // Two groups and two directions are four tests: 0.05 ÷ 4.
  expect(kindOf(0.0124, group(78, 2), group(2, 18))).toBe('between');
  expect(kindOf(0.0126, group(78, 2), group(2, 18))).toBeUndefined();
  expect(kindOf(0.0001, group(68, 2), group(12, 11))).toBeUndefined();
});
