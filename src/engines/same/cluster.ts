/** One pair of members and what speaks for their being one, in bits; below zero it speaks against it. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const STRONGEST = 8;

/**
 * Splits what hangs together into groups of the same: the strongest link is followed first, and then links between
 * the same two groups are added up, those against it too (greedy additive edge contraction for correlation
 * clustering, Keuper et al. 2015). So a single bridge does not join two groups that otherwise disagree.
 * The result depends on the numbers of the members only where weights are equal.
 */
export function splitIntoGroups(members: readonly number[], edges: readonly Edge[]): number[][] {
  const groups = new Map(members.map((member) => [member, [member]]));
  const links = new Map(members.map((member) => [member, new Map<number, number>()]));
  for (const { a, b, weight } of edges) {
    const strength = Math.max(-STRONGEST, Math.min(STRONGEST, weight));
    link(links, a, b, strength);
    link(links, b, a, strength);
  }
  const queue: Edge[] = [];
  for (const [a, others] of links) for (const [b, weight] of others) enqueue(queue, { a, b, weight });
  for (let best = dequeue(queue); best !== undefined; best = dequeue(queue)) {
    const { a, b, weight } = best;
    // One of the two is in another group by now, or something has been added to the link since.
    if (links.get(a)?.get(b) !== weight) continue;
    for (const member of groups.get(b) ?? []) groups.get(a)?.push(member);
    groups.delete(b);
    const ofB = links.get(b) ?? new Map<number, number>();
    links.delete(b);
    links.get(a)?.delete(b);
    for (const [other, strength] of ofB) {
      links.get(other)?.delete(b);
      if (other === a) continue;
      link(links, a, other, strength);
      link(links, other, a, strength);
      enqueue(queue, { a: Math.min(a, other), b: Math.max(a, other), weight: links.get(a)?.get(other) ?? 0 });
    }
  }
  return [...groups.values()].map((group) => group.toSorted((x, y) => x - y));
}

type Links = Map<number, Map<number, number>>;

function link(links: Links, from: number, to: number, strength: number): void {
  const known = links.get(from);
  known?.set(to, (known.get(to) ?? 0) + strength);
}

/** A binary heap of links worth following, the strongest on top; each link once, from its smaller number. */
function enqueue(queue: Edge[], edge: Edge): void {
  if (edge.weight <= 0 || edge.b < edge.a) return;
  let at = queue.push(edge) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const upper = queue[above];
    if (upper === undefined || !isBefore(edge, upper)) break;
    queue[at] = upper;
    at = above;
  }
  queue[at] = edge;
}

function dequeue(queue: Edge[]): Edge | undefined {
  const top = queue[0];
  const last = queue.pop();
  if (top === undefined || last === undefined || queue.length === 0) return top;
  let at = 0;
  for (;;) {
    const below = firstOf(queue, 2 * at + 1, 2 * at + 2);
    const next = queue[below];
    if (next === undefined || !isBefore(next, last)) break;
    queue[at] = next;
    at = below;
  }
  queue[at] = last;
  return top;
}

function firstOf(queue: readonly Edge[], left: number, right: number): number {
  const [one, other] = [queue[left], queue[right]];
  return one !== undefined && other !== undefined && isBefore(other, one) ? right : left;
}

function isBefore(one: Edge, other: Edge): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  return one.a < other.a || (one.a === other.a && one.b < other.b);
}
