import { splitIntoGroups, type Edge } from './cluster.ts';
import type { Pairs } from './pairs.ts';

/** Up to this size all members are held against each other, not only those that found each other. */
const FULLY = 60;

/**
 * Puts together what is the same: first everything that hangs together by links above `least`, then each such heap
 * is split where it is weakest. `bits` speak for each of the pairs being the same; `compare` gives the bits of two records that did not find each other.
 * Groups of two or more, members and groups ascending.
 */
export function groupsOf(
  records: number,
  { a, b }: Pairs,
  bits: Float64Array,
  least: number,
  compare: (a: number, b: number) => number,
): number[][] {
  const parent = new Int32Array(records).map((_, at) => at);
  for (let at = 0; at < a.length; at++) {
    if ((bits[at] ?? 0) >= least) join(parent, a[at] ?? 0, b[at] ?? 0);
  }
  const heaps = new Map<number, number[]>();
  const edges = new Map<number, Edge[]>();
  for (let record = 0; record < records; record++) {
    const root = rootOf(parent, record);
    if (root === record) continue;
    const heap = heaps.get(root);
    if (heap === undefined) heaps.set(root, [root, record]);
    else heap.push(record);
  }
  for (let at = 0; at < a.length; at++) {
    const root = rootOf(parent, a[at] ?? 0);
    if (root !== rootOf(parent, b[at] ?? 0) || (heaps.get(root)?.length ?? 0) < 3) continue;
    const edge = { a: a[at] ?? 0, b: b[at] ?? 0, weight: (bits[at] ?? 0) - least };
    const known = edges.get(root);
    if (known === undefined) edges.set(root, [edge]);
    else known.push(edge);
  }
  const groups: number[][] = [];
  for (const [root, heap] of heaps) {
    if (heap.length === 2) groups.push(heap);
    else groups.push(...splitHeap(heap, edges.get(root) ?? [], least, compare).filter((group) => group.length > 1));
  }
  return groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function splitHeap(
  heap: readonly number[],
  edges: Edge[],
  least: number,
  compare: (a: number, b: number) => number,
): number[][] {
  if (heap.length > FULLY) return splitIntoGroups(heap, edges);
  const known = new Set(edges.map(({ a, b }) => `${a} ${b}`));
  for (const [place, a] of heap.entries()) {
    for (const b of heap.slice(place + 1)) {
      if (!known.has(`${a} ${b}`)) edges.push({ a, b, weight: compare(a, b) - least });
    }
  }
  return splitIntoGroups(heap, edges);
}

function rootOf(parent: Int32Array, record: number): number {
  let root = record;
  while (parent[root] !== root) root = parent[root] ?? root;
  let at = record;
  while (parent[at] !== root) {
    const next = parent[at] ?? root;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** The smaller number becomes the root, so that a heap is named by its first member. */
function join(parent: Int32Array, a: number, b: number): void {
  const rootA = rootOf(parent, a);
  const rootB = rootOf(parent, b);
  if (rootA < rootB) parent[rootB] = rootA;
  else parent[rootA] = rootB;
}
