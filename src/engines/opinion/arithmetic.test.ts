import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjusted, atLeast, logFactorials } from './exact-test.ts';
import { settle } from './k-means.ts';
import { dot, leadingPairs } from './lanczos.ts';
import { silhouette } from './silhouette.ts';
import { largestValue, spectrumOf } from './tridiagonal.ts';

const ENTRY = fc.integer({ min: -9, max: 9 });

test('the vectors of a tridiagonal matrix are its vectors, at right angles and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ENTRY, ENTRY), { minLength: 1, maxLength: 12 }), (entries) => {
      const diagonal = Float64Array.from(entries, ([entry]) => entry);
      const beside = Float64Array.from(entries.slice(1), ([, entry]) => entry);
      const { values, vectors } = spectrumOf(diagonal, beside, diagonal.length);
      for (const [at, vector] of vectors.entries()) {
        for (let row = 0; row < diagonal.length; row += 1) {
          const image =
            diagonal[row]! * vector[row]! +
            (row > 0 ? beside[row - 1]! * vector[row - 1]! : 0) +
            (row < beside.length ? beside[row]! * vector[row + 1]! : 0);
          expect(image).toBeCloseTo(values[at]! * vector[row]!, 9);
        }
        expect(dot(vector, vector)).toBeCloseTo(1, 9);
        if (at > 0) expect(dot(vector, vectors[at - 1]!)).toBeCloseTo(0, 9);
        if (at > 0) expect(values[at]).toBeLessThanOrEqual(values[at - 1]!);
      }
      expect(largestValue(diagonal, beside, diagonal.length)).toBeCloseTo(values[0]!, 8);
    }),
  );
});

test('the leading pairs of a matrix are found, also where values coincide', () => {
  const diagonalOperator = (entries: readonly number[]) => (vector: Float64Array, out: Float64Array) =>
    out.set(vector.map((entry, at) => entry * entries[at]!));
  for (const entries of [
    [1, 5, 3, 0],
    [2, 2, 1],
    [7, 0, 0],
    [4, 4, 4, 4],
  ]) {
    const all = Uint8Array.from(entries, () => 1);
    const { values, vectors } = leadingPairs(diagonalOperator(entries), all, 2);
    const sorted = entries.toSorted((a, b) => b - a);
    expect(values[0]).toBeCloseTo(sorted[0]!, 9);
    expect(values[1]).toBeCloseTo(sorted[1]!, 9);
    if (sorted[1]! > 0) expect(dot(vectors[0]!, vectors[1]!)).toBeCloseTo(0, 9);
  }
});

test('the leading pairs of A·A are pairs, whatever A is', () => {
  fc.assert(
    fc.property(fc.array(fc.array(ENTRY, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 9 }), (rows) => {
      const apply = (vector: Float64Array, out: Float64Array) => {
        out.fill(0);
        for (const row of rows) {
          const along = row.reduce((sum, entry, at) => sum + entry * vector[at]!, 0);
          for (const [at, entry] of row.entries()) out[at]! += entry * along;
        }
      };
      const { values, vectors } = leadingPairs(apply, new Uint8Array(6).fill(1), 2);
      for (const [at, vector] of vectors.entries()) {
        const image = new Float64Array(6);
        apply(vector, image);
        for (let entry = 0; entry < 6; entry += 1)
          expect(Math.abs(image[entry]! - values[at]! * vector[entry]!)).toBeLessThan(1e-9 * Math.max(1, values[0]!));
      }
      expect(values[0]).toBeGreaterThanOrEqual(values[1]!);
    }),
  );
});

test('Fisher’s exact test is what counting all deals gives', () => {
  const logs = logFactorials(20);
  // Lady tasting tea: four of four right of eight cups, 1 of 70.
  expect(atLeast(4, 4, 4, 8, logs)).toBeCloseTo(1 / 70, 12);
  expect(atLeast(3, 4, 4, 8, logs)).toBeCloseTo(17 / 70, 12);
  // Seven drawn of twelve with five successes, at least four: (5·C(7,3) + C(7,2)) / C(12,7).
  expect(atLeast(4, 7, 5, 12, logs)).toBeCloseTo((5 * 35 + 21) / 792, 12);
});

test('an outcome that was to be expected is no evidence', () => {
  expect(atLeast(2, 4, 4, 8, logFactorials(8))).toBe(1);
});

test('Benjamini and Hochberg: worked by hand', () => {
  expect(adjusted([0.02, 0.06, 0.05, 0.5])).toEqual([0.08, 0.08, 0.08, 0.5]);
  expect(adjusted([0.01, 0.5, 0.25, 0.75])).toEqual([0.04, 2 / 3, 0.5, 0.75]);
  expect(adjusted([])).toEqual([]);
});

const CLOUD = { x: Float64Array.of(0, 0, 4, 4), y: Float64Array.of(0, 2, 0, 2), weights: Float64Array.of(1, 1, 1, 1) };

test('the silhouette of two pairs: worked by hand', () => {
  // Own distance 2; to the others 4 and √20, on average (4 + √20) / 2.
  const far = (4 + Math.sqrt(20)) / 2;
  expect(silhouette(CLOUD, Int32Array.of(0, 0, 1, 1), 2)).toBeCloseTo((far - 2) / far, 12);
  expect(silhouette(CLOUD, Int32Array.of(0, 1, 1, 1), 2)).toBeLessThan(0.2);
});

test('a weight is as many people at one place', () => {
  const doubled = {
    x: Float64Array.of(0, 0, 3, 7),
    y: Float64Array.of(0, 0, 0, 0),
    weights: Float64Array.of(1, 1, 1, 1),
  };
  const weighted = { x: Float64Array.of(0, 3, 7), y: Float64Array.of(0, 0, 0), weights: Float64Array.of(2, 1, 1) };
  expect(silhouette(weighted, Int32Array.of(0, 0, 1), 2)).toBeCloseTo(
    silhouette(doubled, Int32Array.of(0, 0, 0, 1), 2),
    12,
  );
});

test('k-means comes to rest at the middles', () => {
  const { labels, x, y, squares } = settle(CLOUD, { x: Float64Array.of(1, 3), y: Float64Array.of(0, 0) }, 10, 1e-9);
  expect([...labels]).toEqual([0, 0, 1, 1]);
  expect([[...x], [...y]]).toEqual([
    [0, 4],
    [1, 1],
  ]);
  expect(squares).toBe(4);
});
