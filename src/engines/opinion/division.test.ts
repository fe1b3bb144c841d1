import { expect, test } from 'vitest';
import { chance } from '../../plain/chance.ts';
import { intoCells } from './cells.ts';
import { divideInto, membersIn, scratchFor } from './division.ts';
import { measureDistances } from './silhouette.ts';

/** Forty people around as many places as are named. */
function cloud(places: readonly number[], seed: number) {
  const throwOne = chance(seed, 'cloud');
  const around = (_: number, at: number) => (places[at % places.length] ?? 0) + throwOne(1000) / 500;
  const x = new Float64Array(40).map(around);
  return intoCells({ x, y: x.map(around) });
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

test('six who stand apart from a long row of forty are seen, although halving the row leaves smaller squares', () => {
  const x = Float64Array.from({ length: 46 }, (_, at) => (at < 40 ? (20 * at) / 39 : 10 + (at % 3) / 10));
  const y = x.map((_, at) => (at < 40 ? (at % 3) / 10 : 14 + (at % 2) / 10));
  const division = divideInto(intoCells({ x, y }), 2, 5);
  expect([...membersIn(division!.labels, 2)].toSorted((a, b) => b - a)).toEqual([40, 6]);
  expect(divideInto(intoCells({ x, y }), 2, 7)?.silhouette).toBeLessThan(division!.silhouette);
});

test('five heaps are found wherever they lie: one start would miss some', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const throwOne = chance(seed, 'heaps');
    const heaps = Array.from({ length: 5 }, (_, at) => [100 * (at % 3) + throwOne(30), 100 * (at >> 1) + throwOne(30)]);
    const along = (axis: number) =>
      Float64Array.from({ length: 60 }, (_, at) => (heaps[at % 5]?.[axis] ?? 0) + throwOne(100) / 10);
    const division = divideInto(intoCells({ x: along(0), y: along(1) }), 5, 5);
    expect([...membersIn(division!.labels, 5)]).toEqual([12, 12, 12, 12, 12]);
  }
});

test('people are counted, not the cells that stand for them', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const throwOne = chance(seed, 'edge');
    const along = (far: number) =>
      Float64Array.from({ length: 900 }, (_, at) => throwOne(1000) / 500 + (at < 4 ? far : 0));
    const division = divideInto(intoCells({ x: along(20), y: along(1) }), 2, 5);
    if (division !== null) expect(Math.min(...membersIn(division.labels, 2))).toBeGreaterThanOrEqual(5);
  }
});
