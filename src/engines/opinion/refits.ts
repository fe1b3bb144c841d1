import type { Ballots } from './ballots.ts';
import { intoCells } from './cells.ts';
import { chance } from '../../plain/chance.ts';
import { divideInto, type Scratch } from './division.ts';
import { measureDistances } from './silhouette.ts';
import { pick, placeParticipants, spaceWithout } from './space.ts';

/** The groups as they would be without a fifth of the statements. */
export interface Refit {
  /** 1 for the statements that were left out. */
  readonly isLeftOut: Uint8Array;
  /** By place in `rows`; numbered like the groups they come closest to, -1 where no division was found. */
  readonly labels: Int32Array;
}

const PARTS = 5;
const TIMES = 2;
const CLOSE = 1e-3;
const STARTS = 4;

/** People sorted into groups, by place in `rows`. */
export interface Grouping {
  readonly size: number;
  readonly labels: Int32Array;
}

export type Refitted<Kind> = Kind & { readonly refits: readonly Refit[] };

/**
 * Places the same people again, each time without a fifth of the statements, twice through all statements, and groups
 * them anew, knowing nothing of the groupings but how many groups there are. One piece of work for three answers: how
 * stable groups are, how sure it is where somebody belongs, and labels for testing a statement that this statement had no
 * part in (no double dipping): so each search starts from nothing.
 */
export function refit<Kind extends Grouping>(
  ballots: Ballots,
  center: Float64Array,
  rows: Uint32Array,
  groupings: readonly Kind[],
  least: number,
  seed: number,
  scratch: Scratch,
): Refitted<Kind>[] {
  const refitted = groupings.map((grouping) => ({ ...grouping, refits: new Array<Refit>() }));
  for (let time = 0; time < TIMES; time += 1) {
    const parts = dealStatements(ballots, seed, time);
    for (let part = 0; part < PARTS; part += 1) {
      const isLeftOut = parts.map((one) => (one === part ? 1 : 0));
      const isOut = ballots.isOut.map((out, column) => (out === 1 || isLeftOut[column] === 1 ? 1 : 0));
      const points = pick(placeParticipants(ballots, spaceWithout(ballots, center, isOut, CLOSE), isOut), rows);
      const cloud = intoCells(points);
      measureDistances(cloud, scratch.distances);
      for (const { size, labels, refits } of refitted) {
        const division = divideInto(cloud, size, least, STARTS, scratch);
        const found = division?.labels ?? new Int32Array(labels.length).fill(-1);
        refits.push({ isLeftOut, labels: alike(found, labels, size) });
      }
    }
  }
  return refitted;
}

/** A part for each statement, all parts of the same size up to one. 255 for those that are out anyway. */
function dealStatements(ballots: Ballots, seed: number, time: number): Uint8Array {
  const columns = [...ballots.statements.keys()].filter((column) => ballots.isOut[column] !== 1);
  const throwOne = chance(seed, `parts ${time}`);
  const parts = new Uint8Array(ballots.statements.length).fill(255);
  for (let left = columns.length; left > 0; left -= 1) {
    const at = throwOne(left);
    const column = columns[at] ?? 0;
    columns[at] = columns[left - 1] ?? 0;
    parts[column] = left % PARTS;
  }
  return parts;
}

/** Renumbers labels so that as many as possible are the same as before: all numberings are tried, at most 120. */
function alike(found: Int32Array, labels: Int32Array, size: number): Int32Array {
  const shared = new Uint32Array(size * size);
  for (let at = 0; at < found.length; at += 1) {
    const label = found[at] ?? -1;
    const cell = label * size + (labels[at] ?? 0);
    if (label >= 0) shared[cell] = (shared[cell] ?? 0) + 1;
  }
  let best = -1;
  let chosen: readonly number[] = [];
  const numbers: number[] = [];
  const visit = (sum: number) => {
    const next = numbers.length;
    if (next === size && sum > best) [best, chosen] = [sum, [...numbers]];
    for (let number = 0; next < size && number < size; number += 1) {
      if (numbers.includes(number)) continue;
      numbers.push(number);
      visit(sum + (shared[next * size + number] ?? 0));
      numbers.pop();
    }
  };
  visit(0);
  return found.map((label) => (label < 0 ? -1 : (chosen[label] ?? -1)));
}

/** How much two groupings agree: 1 for the same, about 0 for chance (Hubert and Arabie 1985, adjusted Rand index). */
export function adjustedRand(a: Int32Array, b: Int32Array, size: number): number {
  const both = new Float64Array(size * size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at] ?? -1;
    const other = b[at] ?? -1;
    if (one < 0 || other < 0) continue;
    const cell = one * size + other;
    both[cell] = (both[cell] ?? 0) + 1;
    first[one] = (first[one] ?? 0) + 1;
    second[other] = (second[other] ?? 0) + 1;
    count += 1;
  }
  const pairs = (counts: Float64Array) => counts.reduce((sum, one) => sum + (one * (one - 1)) / 2, 0);
  const all = (count * (count - 1)) / 2;
  if (all === 0) return 0;
  const expected = (pairs(first) * pairs(second)) / all;
  const most = (pairs(first) + pairs(second)) / 2;
  return most === expected ? 1 : (pairs(both) - expected) / (most - expected);
}
