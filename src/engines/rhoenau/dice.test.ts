import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dice } from './dice.ts';
import { fictionPhone, PHONE_SHAPES, typedPhone, withoutZero } from './phones.ts';

test('the first throws of seed 1 are known', () => {
  const throws = dice(1, 'known');
  expect(Array.from({ length: 6 }, () => throws.below(1000))).toEqual([208, 549, 36, 691, 642, 229]);
});

test('throws stay in their bounds and a shuffle keeps everything', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1, maxLength: 40 }), (seed, things) => {
      const throws = dice(seed, 'bounds');
      expect(throws.below(things.length)).toBeLessThan(things.length);
      expect(things).toContain(throws.pick(things));
      expect(throws.shuffled(things).toSorted((a, b) => a - b)).toEqual(things.toSorted((a, b) => a - b));
      expect(throws.some(things, 3)).toHaveLength(Math.min(3, things.length));
    }),
  );
});

test('all six sides come about equally often', () => {
  const throws = dice(3, 'sides');
  const sides = [0, 0, 0, 0, 0, 0];
  for (let turn = 0; turn < 60_000; turn++) sides[throws.below(6)]! += 1;
  for (const count of sides) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test('a number keeps its digits in whatever way it is written', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(4999), (seed, index) => {
      const phone = fictionPhone(index);
      expect(withoutZero(typedPhone(phone, dice(seed, 'shape')))).toBe(phone.slice(3));
    }),
  );
  expect(PHONE_SHAPES.length).toBeGreaterThan(25);
  expect(new Set(Array.from({ length: 5000 }, (_, index) => fictionPhone(index))).size).toBe(5000);
});
