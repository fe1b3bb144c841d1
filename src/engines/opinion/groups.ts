import type { Ballots } from './ballots.ts';
import { intoCells, type Cloud } from './cells.ts';
import { divideInto, membersIn, scratchFor, type Division, type Scratch } from './division.ts';
import { adjustedRand, refit, type Grouping, type Refit, type Refitted } from './refits.ts';
import { silhouette } from './silhouette.ts';
import { pick, type Points } from './space.ts';
import type { Structure } from './structure.ts';

/** Who votes alike, or that nobody can say. */
export interface Groups {
  /** 1 where no groups can be seen. */
  readonly k: number;
  /** By row, 0 up to k - 1, larger groups first; -1 for whoever is not counted. */
  readonly labels: Int32Array;
  readonly sizes: Uint32Array;
  /** Mean silhouette in the plane, -1 to 1; 0 with one group, and for given groups of more than a thousand people. */
  readonly silhouette: number;
  /**
   * Median agreement with the groups as they are without a fifth of the statements: 1 the same, 0 chance. As confidence and
   * sureness it is not worked out, but 0, with one group and for given ones.
   */
  readonly stability: number;
  /** By group: how much of it stays together then (mean of shared ÷ joint members, 0 to 1). */
  readonly confidence: Float64Array;
  /** By row: how often somebody stays in the same group then. For this moment only: never to be kept. */
  readonly sureness: Float64Array;
  /** Labels that a statement had no part in, for testing it. Empty where labels were given or k is 1. */
  readonly refits: readonly Refit[];
}

/** A group is at least as large as this; smaller ones would be persons. */
export const LEAST_MEMBERS = 5;
const MOST_GROUPS = 5;
const PEOPLE_A_GROUP = 12;

/**
 * Groups of the rows that count, where the votes show structure at all; otherwise one. Up to five groups, one more than
 * two for each twelve people, as Polis allows. The clearest number of groups is taken, of equally clear ones the stablest.
 */
export function findGroups(
  ballots: Ballots,
  center: Float64Array,
  places: Points,
  isCounted: Uint8Array,
  structure: Structure,
  seed: number,
): Groups {
  const rows = rowsOf(isCounted);
  if (structure.decision === 'none') return oneGroup(isCounted);
  const points = pick(places, rows);
  const cloud = intoCells(points);
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(rows.length / PEOPLE_A_GROUP));
  const scratch = scratchFor(cloud, most);
  const divisions = divide(cloud, most, scratch);
  if (divisions.length === 0) return oneGroup(isCounted);
  const groupings = clearOnes(divisions).map((division) => ({
    division,
    size: division.size,
    labels: byMembers(division),
  }));
  const { division, labels, refits, stability } = mostStable(
    refit(ballots, center, rows, groupings, LEAST_MEMBERS, seed, scratch),
  );
  const byRow = spread(labels, rows, isCounted.length);
  return {
    k: division.size,
    labels: byRow,
    sizes: membersIn(byRow, division.size),
    silhouette: rows.length === cloud.x.length ? division.silhouette : exactly(points, labels, division),
    stability,
    confidence: confidenceOf(labels, refits, division.size),
    sureness: surenessOf(labels, refits, rows, isCounted.length),
    refits: refits.map((one) => ({ ...one, labels: spread(one.labels, rows, isCounted.length) })),
  };
}

/** The clearest division for each number of groups from two to `most` for which there is one. */
function divide(cloud: Cloud, most: number, scratch: Scratch): Division[] {
  const sizes = Array.from({ length: most - 1 }, (_, at) => at + 2);
  return sizes.flatMap((size) => divideInto(cloud, size, LEAST_MEMBERS, undefined, scratch) ?? []);
}

/** Divisions whose silhouettes are closer than this are taken for equally clear. */
const AS_CLEAR = 0.02;

function clearOnes(divisions: readonly Division[]): Division[] {
  const best = divisions.reduce((most, one) => Math.max(most, one.silhouette), -Infinity);
  return divisions.filter((one) => one.silhouette >= best - AS_CLEAR);
}

/** Stabilities that differ by less cannot be told apart by ten trials. */
const AS_STABLE = 0.05;

/**
 * Of equally clear divisions the one that changes least when statements are missing; of equally stable ones the finest,
 * so that a minority is not swallowed.
 */
function mostStable<Kind extends Grouping>(groupings: readonly Refitted<Kind>[]) {
  const tried = groupings.map((one) => ({
    ...one,
    stability: median(one.refits.map(({ labels }) => adjustedRand(one.labels, labels, one.size))),
  }));
  const best = tried.reduce((most, one) => Math.max(most, one.stability), -1);
  return tried.filter((one) => one.stability >= best - AS_STABLE).reduce((_, finer) => finer);
}

/** Groups that somebody else made; -1 for participants without one. */
export function givenGroups(labels: Int32Array, k: number, places: Points): Groups {
  const rows = rowsOf(Uint8Array.from(labels, (label) => (label >= 0 ? 1 : 0)));
  const own = Int32Array.from(rows, (row) => labels[row] ?? 0);
  const points = pick(places, rows);
  return {
    k,
    labels,
    sizes: membersIn(labels, k),
    silhouette: k > 1 && rows.length <= EXACT_PEOPLE ? silhouette(intoOnes(points), own, k) : 0,
    stability: 0,
    confidence: new Float64Array(k),
    sureness: new Float64Array(labels.length),
    refits: [],
  };
}

function oneGroup(isCounted: Uint8Array): Groups {
  const labels = Int32Array.from(isCounted, (one) => (one === 1 ? 0 : -1));
  return {
    k: 1,
    labels,
    sizes: membersIn(labels, 1),
    silhouette: 0,
    stability: 0,
    confidence: new Float64Array(1),
    sureness: new Float64Array(isCounted.length),
    refits: [],
  };
}

/** Above this a silhouette of every pair of people would cost more than all the rest: cells stand for them. */
const EXACT_PEOPLE = 1000;

function exactly(points: Points, labels: Int32Array, division: Division): number {
  return points.x.length <= EXACT_PEOPLE ? silhouette(intoOnes(points), labels, division.size) : division.silhouette;
}

function intoOnes(points: Points) {
  return { ...points, weights: new Float64Array(points.x.length).fill(1) };
}

function rowsOf(isCounted: Uint8Array): Uint32Array {
  return Uint32Array.from([...isCounted.keys()].filter((row) => isCounted[row] === 1));
}

/** Numbered by size; equal ones from left to right. */
function byMembers({ labels, size, x }: Division): Int32Array {
  const sizes = membersIn(labels, size);
  const order = Array.from({ length: size }, (_, group) => group).toSorted(
    (a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (x[a] ?? 0) - (x[b] ?? 0),
  );
  return labels.map((label) => order.indexOf(label));
}

function spread(labels: Int32Array, rows: Uint32Array, length: number): Int32Array {
  const byRow = new Int32Array(length).fill(-1);
  for (const [at, row] of rows.entries()) byRow[row] = labels[at] ?? -1;
  return byRow;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Mean Jaccard similarity of each group with itself in the refits (Hennig 2007). */
function confidenceOf(labels: Int32Array, refits: readonly Refit[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, group) => {
    let sum = 0;
    for (const { labels: again } of refits) {
      let both = 0;
      let either = 0;
      for (let at = 0; at < labels.length; at += 1) {
        const isHere = labels[at] === group;
        const isThere = again[at] === group;
        if (isHere && isThere) both += 1;
        if (isHere || isThere) either += 1;
      }
      sum += either > 0 ? both / either : 0;
    }
    return sum / refits.length;
  });
}

function surenessOf(labels: Int32Array, refits: readonly Refit[], rows: Uint32Array, length: number): Float64Array {
  const sureness = new Float64Array(length);
  for (let at = 0; at < rows.length; at += 1) {
    let stayed = 0;
    for (const one of refits) if (one.labels[at] === labels[at]) stayed += 1;
    sureness[rows[at] ?? 0] = stayed / refits.length;
  }
  return sureness;
}
