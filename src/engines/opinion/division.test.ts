import { expect, test } from 'vitest';
import { chance } from '../../plain/chance.ts';
import { divideInto, scratchFor } from './division.ts';
import { measureDistances } from './silhouette.ts';

/** Forty people around as many places as are named. */
function cloud(places: readonly number[], seed: number) {
  const throwOne = chance(seed, 'cloud');
  const around = (_: number, at: number) => (places[at % places.length] ?? 0) + throwOne(1000) / 500;
  const x = new Float64Array(40).map(around);
  return { x, y: x.map(around), weights: new Float64Array(40).fill(1) };
}

test('what was worked out in the same memory before moves no division', () => {
  const clouds = [cloud([0, 9, 20], 1), cloud([0, 1], 2), cloud([3, 3, 3, 8], 3)];
  const scratch = scratchFor(cloud([0], 4), 4);
  for (const size of [4, 2, 3])
    for (const one of clouds) {
      measureDistances(one, scratch.distances);
      const again = divideInto(one, size, 5, 8, scratch);
      expect(again).toEqual(divideInto(one, size, 5, 8));
      expect(again).not.toBeNull();
    }
});
