import { chance } from '../../plain/chance.ts';
import type { Cloud } from './cells.ts';
import { settle, spreadCentres, type Weighted } from './k-means.ts';
import { measureDistances, silhouette } from './silhouette.ts';
import type { Points } from './space.ts';

/** A plane divided among middles: everybody belongs to the nearest. */
export interface Division {
  readonly size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By person. */
  readonly labels: Int32Array;
  readonly silhouette: number;
  readonly squares: number;
}

/** Memory for dividing one cloud after another of so many points, and the distances within the one that has its turn. */
export interface Scratch {
  readonly distances: Float32Array;
  readonly labels: Int32Array;
  readonly nearest: Float64Array;
  readonly sums: Float64Array;
}

/**
 * Scratch for dividing this cloud into at most so many groups. For another of the same size its distances are measured
 * anew (`measureDistances`): making memory would take longer than many a division.
 */
export function scratchFor(cloud: Weighted, groups: number): Scratch {
  const count = cloud.x.length;
  const distances = new Float32Array((count * (count - 1)) / 2);
  measureDistances(cloud, distances);
  return {
    distances,
    labels: new Int32Array(count),
    nearest: new Float64Array(count),
    sums: new Float64Array(count * groups),
  };
}

const STARTS = 16;
const ROUNDS = 100;
const STILL = 1e-9;
/** Silhouettes closer than this are equally clear. */
const AS_CLEAR = 0.005;

/**
 * The clearest way to divide the people into `size` groups of at least `least`, of all at which k-means comes to rest
 * from many starts; null when there is none. People are counted, not the cells that stand for them: at its edge a group
 * may lose whoever a cell lends it. `scratch` holds the distances within the cloud.
 */
export function divideInto(
  cloud: Cloud,
  size: number,
  least: number,
  starts: number = STARTS,
  scratch: Scratch = scratchFor(cloud, size),
): Division | null {
  const found = new Map<string, Division>();
  for (let start = 0; start < starts; start += 1) {
    const centres = spreadCentres(cloud, size, chance(start, `centres of ${size}`), scratch.nearest);
    const { labels, x, y, squares } = settle(cloud, centres, ROUNDS, STILL, scratch.labels);
    const name = squares.toPrecision(9);
    if (found.has(name)) continue;
    const people = labelsIn({ x, y }, cloud.people);
    if (membersIn(people, size).some((members) => members < least)) continue;
    found.set(name, {
      size,
      x,
      y,
      labels: people,
      silhouette: silhouette(cloud, labels, size, scratch.distances, scratch.sums),
      squares,
    });
  }
  return choose([...found.values()]);
}

/**
 * Of divisions that are as clear as the clearest (silhouette), the one that leaves everybody nearest to the middle of
 * their group (least squares).
 */
function choose(divisions: readonly Division[]): Division | null {
  const best = divisions.reduce((most, one) => Math.max(most, one.silhouette), -Infinity);
  return divisions
    .filter((one) => one.silhouette >= best - AS_CLEAR)
    .reduce<Division | null>((least, one) => (least === null || one.squares < least.squares ? one : least), null);
}

/** Which middle is the nearest, for each point. */
function labelsIn(division: Pick<Division, 'x' | 'y'>, points: Points): Int32Array {
  const { x, y } = division;
  const labels = new Int32Array(points.x.length);
  for (let point = 0; point < labels.length; point += 1) {
    const px = points.x[point] ?? 0;
    const py = points.y[point] ?? 0;
    let best = Infinity;
    for (let group = 0; group < x.length; group += 1) {
      const distance = (px - (x[group] ?? 0)) ** 2 + (py - (y[group] ?? 0)) ** 2;
      if (distance < best) {
        best = distance;
        labels[point] = group;
      }
    }
  }
  return labels;
}

/** How many have each label; -1 is none. */
export function membersIn(labels: Int32Array, size: number): Uint32Array {
  const members = new Uint32Array(size);
  for (const label of labels) if (label >= 0) members[label] = (members[label] ?? 0) + 1;
  return members;
}
