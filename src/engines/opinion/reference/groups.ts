import type { Ballots } from '../ballots.ts';
import { byId } from '../ids.ts';
import { settle, type Partition, type Weighted } from '../k-means.ts';
import { silhouette } from '../silhouette.ts';
import type { Points } from '../space.ts';

const BASE = 100;
const BASE_ROUNDS = 100;
const GROUP_ROUNDS = 20;
const STILL = 0.01;
const MOST_GROUPS = 5;
const BASES_A_GROUP = 12;

/**
 * The groups as Polis makes them from nothing: k-means into a hundred base clusters, starting from the first different
 * places in the order of the first votes, then weighted k-means on those for two groups and more; the number with the
 * best silhouette over the base clusters is taken. A conversation that ran for a while may have been grouped otherwise,
 * because Polis starts from what it had before. Returns labels by row, -1 for whoever does not count.
 */
export function groupsByPolis(
  ballots: Ballots,
  places: Points,
  isCounted: Uint8Array,
): { labels: Int32Array; k: number } {
  const turns = turnsById(ballots);
  const rows = [...isCounted.keys()]
    .filter((row) => isCounted[row] === 1)
    .toSorted((a, b) => (ballots.arrivals[a] ?? 0) - (ballots.arrivals[b] ?? 0) || (turns[a] ?? 0) - (turns[b] ?? 0));
  const people = weighted(
    rows.map((row) => places.x[row] ?? 0),
    rows.map((row) => places.y[row] ?? 0),
    rows.map(() => 1),
  );
  const base = settle(people, firstDifferent(people, BASE), BASE_ROUNDS, STILL);
  const used = [...new Set(base.labels)].toSorted((a, b) => a - b);
  const bases = weighted(
    used.map((label) => base.x[label] ?? 0),
    used.map((label) => base.y[label] ?? 0),
    used.map((label) => base.labels.reduce((sum, one) => sum + (one === label ? 1 : 0), 0)),
  );

  const labels = new Int32Array(isCounted.length).fill(-1);
  if (used.length < 2) {
    for (const row of rows) labels[row] = 0;
    return { labels, k: Math.min(1, rows.length) };
  }
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(used.length / BASES_A_GROUP), used.length);
  let best: { partition: Partition; silhouette: number } | null = null;
  for (let size = 2; size <= most; size += 1) {
    const partition = settle(bases, firstDifferent(bases, size), GROUP_ROUNDS, STILL);
    const clear = silhouette(asOnes(bases), partition.labels, size);
    if (best === null || clear > best.silhouette) best = { partition, silhouette: clear };
  }
  const groupOf = new Map(used.map((label, at) => [label, best?.partition.labels[at] ?? 0]));
  for (const [at, row] of rows.entries()) labels[row] = groupOf.get(base.labels[at] ?? 0) ?? 0;
  return numbered(labels);
}

/** In Polis the numbers of people count up as they come: where no times are known, these tell who came first. */
export function turnsById({ participants }: Ballots): Uint32Array {
  const turns = new Uint32Array(participants.length);
  const rows = [...participants.keys()].toSorted((a, b) => byId(participants[a] ?? '', participants[b] ?? ''));
  for (const [turn, row] of rows.entries()) turns[row] = turn;
  return turns;
}

function weighted(x: readonly number[], y: readonly number[], weights: readonly number[]): Weighted {
  return { x: Float64Array.from(x), y: Float64Array.from(y), weights: Float64Array.from(weights) };
}

/** Polis's silhouettes count base clusters, not the people in them. */
function asOnes(points: Weighted): Weighted {
  return { ...points, weights: new Float64Array(points.x.length).fill(1) };
}

function firstDifferent(points: Points, most: number): Points {
  const seen = new Set<string>();
  const chosen: number[] = [];
  for (let point = 0; point < points.x.length && chosen.length < most; point += 1) {
    const place = `${points.x[point]}/${points.y[point]}`;
    if (seen.has(place)) continue;
    seen.add(place);
    chosen.push(point);
  }
  return {
    x: Float64Array.from(chosen, (point) => points.x[point] ?? 0),
    y: Float64Array.from(chosen, (point) => points.y[point] ?? 0),
  };
}

/** Numbers without gaps: a group that lost everybody is none. */
function numbered(labels: Int32Array): { labels: Int32Array; k: number } {
  const used = [...new Set(labels)].filter((label) => label >= 0).toSorted((a, b) => a - b);
  return { labels: labels.map((label) => (label < 0 ? -1 : used.indexOf(label))), k: used.length };
}
