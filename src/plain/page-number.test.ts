import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNumber } from './page-number.ts';

test('a page is what was asked for, as far as there can be one', () => {
  expect(['3', '03', '7x', undefined, '', 'x', '-2', '0'].map(pageNumber)).toEqual([3, 3, 7, 1, 1, 1, 1, 1]);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.bigInt().map(String)), (written) => {
      expect(pageNumber(written)).toBeGreaterThanOrEqual(1);
      expect(pageNumber(written)).toBeLessThanOrEqual(100_000);
    }),
  );
});
