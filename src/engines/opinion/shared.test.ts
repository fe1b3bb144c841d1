import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chance } from '../../plain/chance.ts';
import { sharedBy, sharingOf } from './shared.ts';

/** `agrees` of `people` in each of `groups` agree, `disagrees` disagree, the rest passes. */
function shares(groups: number, people: number, agrees: number, disagrees: number) {
  return Array.from({ length: groups }, () => ({
    agrees: Uint32Array.of(agrees),
    disagrees: Uint32Array.of(disagrees),
    answered: Uint32Array.of(people),
  }));
}

describe('what all share', () => {
  test('93 of 100 weigh about the same in two groups and in six', () => {
    const values = [2, 3, 4, 5, 6].map((groups) => sharingOf(shares(groups, 100, 93, 2), 1, 'agrees').value[0]!);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.01);
    const small = [2, 3, 4, 5, 6].map((groups) => sharingOf(shares(groups, 14, 13, 0), 1, 'agrees').value[0]!);
    expect(Math.max(...small) - Math.min(...small)).toBeLessThan(0.02);
  });

  test('at equal agreement more disagreement is less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 38 }), fc.integer({ min: 1, max: 6 }), (disagrees, groups) => {
        const value = (against: number) => sharingOf(shares(groups, 100, 60, against), 1, 'agrees').value[0]!;
        expect(value(disagrees + 1)).toBeLessThan(value(disagrees));
      }),
    );
  });

  test('a group that is against it pulls it down, however small', () => {
    const both = sharingOf([...shares(1, 100, 95, 2), ...shares(1, 10, 1, 9)], 1, 'agrees').value[0]!;
    expect(both).toBeLessThan(0.4);
    expect(
      sharedBy(
        [...shares(1, 400, 395, 0), ...shares(1, 10, 4, 6)],
        sharingOf(shares(1, 400, 395, 0), 1, 'agrees'),
        'agrees',
        Uint8Array.of(0),
      ),
    ).toEqual([]);
  });

  test('the interval holds the truth nine times of ten', () => {
    const throwOne = chance(1, 'coverage');
    for (const [agree, disagree, groups, people] of [
      [0.8, 0.1, 2, 20],
      [0.6, 0.3, 3, 15],
      [0.93, 0.02, 2, 60],
    ] as const) {
      let held = 0;
      for (let run = 0; run < 500; run += 1) {
        const tallies = Array.from({ length: groups }, () => {
          const thrown = Array.from({ length: people }, () => throwOne(1000) / 1000);
          return {
            agrees: Uint32Array.of(thrown.filter((one) => one < agree).length),
            disagrees: Uint32Array.of(thrown.filter((one) => one >= 1 - disagree).length),
            answered: Uint32Array.of(people),
          };
        });
        const { low, high } = sharingOf(tallies, 1, 'agrees');
        const truth = agree * (1 - disagree);
        if (low[0]! <= truth && truth <= high[0]!) held += 1;
      }
      expect(held / 500).toBeGreaterThan(0.86);
    }
  });

  test('two groups: worked by hand', () => {
    const groups = [...shares(1, 10, 8, 1), ...shares(1, 20, 12, 5)];
    // Of all thirty 20 agree and 6 disagree, half an answer of each kind added; that much of one answer in each group.
    const [agree, disagree] = [20.5 / 31.5, 6.5 / 31.5];
    const first = ((8 + agree) / 11) * (1 - (1 + disagree) / 11);
    const second = ((12 + agree) / 21) * (1 - (5 + disagree) / 21);
    const { value, low, high } = sharingOf(groups, 1, 'agrees');
    expect(value[0]).toBeCloseTo(Math.sqrt(first * second), 12);
    // Symmetrical on the logarithm.
    expect(low[0]! * high[0]!).toBeCloseTo(first * second, 12);
  });

  test('listed is what is surely shared by more than half, the surest first', () => {
    const low = Float64Array.of(0.5, 0.51, 0.9, 0.6, 0.95, 0.99);
    const tally = { agrees: new Uint32Array(6).fill(9), disagrees: new Uint32Array(6), answered: new Uint32Array(6) };
    const turned = { ...tally, agrees: Uint32Array.of(9, 9, 9, 9, 1, 9), disagrees: new Uint32Array(6).fill(2) };
    const isOut = Uint8Array.of(0, 0, 0, 0, 0, 1);
    const listed = sharedBy([tally, turned], { value: low, low, high: low }, 'agrees', isOut);
    expect(listed.map(({ column }) => column)).toEqual([2, 3, 1]);
  });

  test('thirty of thirty is not yet all', () => {
    expect(sharingOf(shares(1, 30, 30, 0), 1, 'agrees').low[0]).toBeLessThan(0.95);
  });
});
