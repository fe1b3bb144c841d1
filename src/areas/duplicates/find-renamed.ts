import type { Item, Pair as Matched } from '../../engines/same/index.ts';
import type { Facts } from '../claims/index.ts';
import { itemOf } from './find-pairs-item.ts';
import { ALIKE_FROM, type PairKind } from './questions.ts';

/**
 * Which of some entries that a list does not name any more look the same as which of some that it names anew: by their
 * places in both, only where neither looks like a third.
 */
export function findRenamed(
  match: (items: readonly Item[]) => { readonly pairs: readonly Matched[] },
  kind: PairKind,
  { gone, fresh }: { readonly gone: readonly Facts[]; readonly fresh: readonly Facts[] },
): readonly { readonly gone: number; readonly fresh: number }[] {
  const { pairs } = match([
    ...gone.map((facts) => itemOf(kind, facts, 'gone')),
    ...fresh.map((facts) => itemOf(kind, facts, 'fresh')),
  ]);
  const alike = pairs
    .filter(({ p, outcome }) => outcome === 'same' && p >= ALIKE_FROM)
    .map(({ a, b }) => [Math.min(a, b), Math.max(a, b)] as const);
  const times = Map.groupBy(alike.flat(), (at) => at);
  return alike
    .filter(([one, other]) => one < gone.length && other >= gone.length)
    .filter((pair) => pair.every((at) => times.get(at)?.length === 1))
    .map(([one, other]) => ({ gone: one, fresh: other - gone.length }));
}
