import type { Weighted } from './k-means.ts';
import type { Points } from './space.ts';

/** Points to divide, and where the people stand for whom they stand. */
export interface Cloud extends Weighted {
  readonly people: Points;
}

/** As many people are looked at one by one; more are gathered in cells. */
const MOST_PEOPLE = 512;
const CELLS = 256;

/**
 * The same cloud of people by fewer points: split at the median, along the wider side first, until there are few enough
 * cells; each stands for its people at their middle. Small clouds stay as they are, one cell a person.
 */
export function intoCells(points: Points): Cloud {
  const count = points.x.length;
  if (count <= MOST_PEOPLE) return { ...points, weights: new Float64Array(count).fill(1), people: points };
  let cells: Uint32Array[] = [Uint32Array.from(points.x.keys())];
  while (cells.length < CELLS) cells = cells.flatMap((cell) => halves(cell, points));
  const mean = (cell: Uint32Array, along: Float64Array) => {
    let sum = 0;
    for (const point of cell) sum += along[point] ?? 0;
    return sum / cell.length;
  };
  return {
    x: Float64Array.from(cells, (cell) => mean(cell, points.x)),
    y: Float64Array.from(cells, (cell) => mean(cell, points.y)),
    weights: Float64Array.from(cells, (cell) => cell.length),
    people: points,
  };
}

function halves(cell: Uint32Array, { x, y }: Points): Uint32Array[] {
  const [along, across] = extent(cell, x) >= extent(cell, y) ? [x, y] : [y, x];
  const sorted = cell.slice();
  sorted.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || (across[a] ?? 0) - (across[b] ?? 0) || a - b);
  const middle = sorted.length >> 1;
  return [sorted.subarray(0, middle), sorted.subarray(middle)];
}

function extent(cell: Uint32Array, along: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (const point of cell) {
    low = Math.min(low, along[point] ?? 0);
    high = Math.max(high, along[point] ?? 0);
  }
  return high - low;
}
