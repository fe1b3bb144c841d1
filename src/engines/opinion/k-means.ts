import type { Chance } from '../../plain/chance.ts';
import type { Points } from './space.ts';

/** Points sorted into clusters; labels count from 0. */
export interface Partition {
  readonly labels: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The sum of squared distances to the centres. */
  readonly squares: number;
}

/** Points with weights: how many people stand at each. */
export interface Weighted extends Points {
  readonly weights: Float64Array;
}

/**
 * Lloyd's rounds from given centres until none moves further than `still`, or `rounds` are over. A cluster that
 * loses all its points stays where it was. The labels are written into `labels`.
 */
export function settle(
  points: Weighted,
  start: Points,
  rounds: number,
  still: number,
  labels: Int32Array = new Int32Array(points.x.length),
): Partition {
  const { x: xs, y: ys, weights } = points;
  const size = start.x.length;
  const x = start.x.slice();
  const y = start.y.slice();
  const sumsX = new Float64Array(size);
  const sumsY = new Float64Array(size);
  const people = new Float64Array(size);
  let squares = 0;
  for (let round = 0; ; round += 1) {
    sumsX.fill(0);
    sumsY.fill(0);
    people.fill(0);
    squares = 0;
    for (let point = 0; point < xs.length; point += 1) {
      const px = xs[point] ?? 0;
      const py = ys[point] ?? 0;
      let best = Infinity;
      let label = 0;
      for (let cluster = 0; cluster < size; cluster += 1) {
        const dx = px - (x[cluster] ?? 0);
        const dy = py - (y[cluster] ?? 0);
        const distance = dx * dx + dy * dy;
        if (distance < best) {
          best = distance;
          label = cluster;
        }
      }
      const weight = weights[point] ?? 0;
      labels[point] = label;
      squares += weight * best;
      sumsX[label] = (sumsX[label] ?? 0) + weight * px;
      sumsY[label] = (sumsY[label] ?? 0) + weight * py;
      people[label] = (people[label] ?? 0) + weight;
    }
    if (round >= rounds) break;
    let furthest = 0;
    for (let cluster = 0; cluster < size; cluster += 1) {
      const weight = people[cluster] ?? 0;
      if (weight === 0) continue;
      const nx = (sumsX[cluster] ?? 0) / weight;
      const ny = (sumsY[cluster] ?? 0) / weight;
      furthest = Math.max(furthest, (nx - (x[cluster] ?? 0)) ** 2 + (ny - (y[cluster] ?? 0)) ** 2);
      x[cluster] = nx;
      y[cluster] = ny;
    }
    if (furthest <= still * still) break;
  }
  return { labels, x, y, squares };
}

/**
 * Centres to start from, far from each other: each next one is drawn with a probability in proportion to the squared
 * distance from those there are (Arthur and Vassilvitskii 2007, k-means++).
 */
export function spreadCentres(
  points: Weighted,
  size: number,
  throwOne: Chance,
  distances: Float64Array = new Float64Array(points.x.length),
): Points {
  const { x: xs, y: ys, weights } = points;
  const count = xs.length;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  distances.set(weights);
  for (let cluster = 0; cluster < size; cluster += 1) {
    let total = 0;
    for (let point = 0; point < count; point += 1) total += distances[point] ?? 0;
    let left = (throwOne(1_000_000) / 1_000_000) * total;
    let chosen = 0;
    for (let point = 0; point < count; point += 1) {
      if ((distances[point] ?? 0) <= 0) continue;
      chosen = point;
      left -= distances[point] ?? 0;
      if (left < 0) break;
    }
    const cx = xs[chosen] ?? 0;
    const cy = ys[chosen] ?? 0;
    x[cluster] = cx;
    y[cluster] = cy;
    for (let point = 0; point < count; point += 1) {
      const square = ((xs[point] ?? 0) - cx) ** 2 + ((ys[point] ?? 0) - cy) ** 2;
      const weighted = square * (weights[point] ?? 0);
      if (cluster === 0 || weighted < (distances[point] ?? 0)) distances[point] = weighted;
    }
  }
  return { x, y };
}

/** How many people a label has, by label. */
export function sizesOf(labels: Int32Array, weights: Float64Array, size: number): Float64Array {
  const sizes = new Float64Array(size);
  for (let point = 0; point < labels.length; point += 1) {
    const label = labels[point] ?? -1;
    if (label >= 0) sizes[label] = (sizes[label] ?? 0) + (weights[point] ?? 0);
  }
  return sizes;
}
