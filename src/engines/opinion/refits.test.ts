import { expect, test } from 'vitest';
import { adjustedRand } from './refits.ts';

const labels = (...each: number[]) => Int32Array.from(each);

test('the adjusted Rand index: worked by hand', () => {
  // Pairs together in both 4, in the first 7, in the second 10, of 15: 7 · 10 / 15 are expected.
  const expected = 70 / 15;
  expect(adjustedRand(labels(0, 0, 0, 0, 1, 1), labels(0, 1, 1, 1, 1, 1), 2)).toBeCloseTo(
    (4 - expected) / (8.5 - expected),
    12,
  );
});

test('the same groups under other numbers are the same', () => {
  expect(adjustedRand(labels(0, 0, 1, 2, 2), labels(2, 2, 0, 1, 1), 3)).toBe(1);
  expect(adjustedRand(labels(0, 0, 0), labels(1, 1, 1), 2)).toBe(1);
});

test('whoever is in no group is not compared, and nobody at all is no agreement', () => {
  expect(adjustedRand(labels(0, 0, 1, 1, 0), labels(0, 0, 1, 1, -1), 2)).toBe(1);
  expect(adjustedRand(labels(0, 0, 1, 1), labels(-1, -1, -1, -1), 2)).toBe(0);
});
