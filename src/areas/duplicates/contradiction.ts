import type { Judgement } from './judgement.ts';

type Judged = Pick<Judgement, 'pair' | 'heads' | 'outcome'>;

/** A pair was judged to be two, but others that were judged the same lead from the one to the other. */
export interface Contradiction<Each extends Judged = Judgement> {
  readonly judgement: Each;
  /** The judgements that make the two the same, in the order of the way. */
  readonly way: readonly Each[];
}

/**
 * Judgements that cannot all hold: A is B and B is C, but A is not C. Who does not know contradicts nobody. Nothing is
 * decided here: each contradiction names the shortest way, for somebody to look at. Pure; the order does not count.
 */
export function contradictionsIn<Each extends Judged>(judgements: readonly Each[]): readonly Contradiction<Each>[] {
  const ways = new Map<string, { readonly to: string; readonly by: Each | null }[]>();
  const join = (one: string, other: string, by: Each | null): void => {
    if (one === other) return;
    ways.set(one, [...(ways.get(one) ?? []), { to: other, by }]);
    ways.set(other, [...(ways.get(other) ?? []), { to: one, by }]);
  };
  // A judgement is named before a merge that nobody has given a reason for.
  for (const each of inOrder(judgements)) if (each.outcome === 'same') join(each.pair[0], each.pair[1], each);
  for (const { pair, heads } of judgements) {
    join(pair[0], heads[0], null);
    join(pair[1], heads[1], null);
  }
  return inOrder(judgements).flatMap((judgement): Contradiction<Each>[] => {
    if (judgement.outcome === 'same' || judgement.outcome === 'unsure') return [];
    const way = wayBetween(ways, judgement.pair[0], judgement.pair[1]);
    return way === null ? [] : [{ judgement, way }];
  });
}

function inOrder<Each extends Judged>(judgements: readonly Each[]): readonly Each[] {
  return judgements.toSorted((a, b) => (a.pair.join() < b.pair.join() ? -1 : a.pair.join() > b.pair.join() ? 1 : 0));
}

/** The judgements on the shortest way; what has been merged is one step without a judgement. */
function wayBetween<Each>(
  ways: ReadonlyMap<string, readonly { readonly to: string; readonly by: Each | null }[]>,
  from: string,
  to: string,
): readonly Each[] | null {
  const reached = new Map<string, readonly Each[]>([[from, []]]);
  for (const [at, way] of reached) {
    if (at === to) return way;
    for (const step of ways.get(at) ?? [])
      if (!reached.has(step.to)) reached.set(step.to, step.by === null ? way : [...way, step.by]);
  }
  return null;
}
