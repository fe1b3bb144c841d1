import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../plain/time.ts';
import { freshnessOf } from './freshness.ts';

const TODAY = '2026-11-21';
const days = fc.nat({ max: 4000 });
const halfLifeDays = fc.integer({ min: 1, max: 3650 });

test('after one half-life a fact is as likely out of date as not', () => {
  expect(freshnessOf({ halfLifeDays: 180 }, addDays(TODAY, -180), TODAY)).toBe(0.5);
  expect(freshnessOf({ halfLifeDays: 180 }, addDays(TODAY, -360), TODAY)).toBe(0.25);
});

test('a word of today or tomorrow is wholly fresh', () => {
  expect(freshnessOf({ halfLifeDays: 180 }, TODAY, TODAY)).toBe(1);
  expect(freshnessOf({ halfLifeDays: 180 }, addDays(TODAY, 3), TODAY)).toBe(1);
});

test('freshness only falls with age, and falls slower where facts hold longer', () => {
  fc.assert(
    fc.property(days, days, halfLifeDays, (a, b, half) => {
      const of = (age: number, halfLife: number) =>
        freshnessOf({ halfLifeDays: halfLife }, addDays(TODAY, -age), TODAY);
      expect(of(a, half) >= of(a + b, half)).toBe(true);
      expect(of(a, half + 1) >= of(a, half)).toBe(true);
      expect(of(a + b, half)).toBeCloseTo(of(a, half) * of(b, half), 9);
    }),
  );
});
