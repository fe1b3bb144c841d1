import type { Day } from '../../plain/time.ts';
import { byDay } from './commitment.ts';
import { isSettled, type Standing } from './commitment-word.ts';

/** Commitments as one looks at them: what is past, what comes month by month, what has no day, what is settled. */
export interface Deadlines {
  readonly past: readonly Standing[];
  readonly months: readonly { readonly month: string; readonly of: readonly Standing[] }[];
  readonly undated: readonly Standing[];
  readonly settled: readonly Standing[];
}

/** Every commitment stands in exactly one place; in each by day, on the same day one's own first. */
export function deadlinesOf(standings: readonly Standing[], own: readonly string[], today: Day): Deadlines {
  const isOver = (one: Standing) => isSettled(one) || (one.who === null && one.day !== null && one.day < today);
  const ordered = standings.toSorted((a, b) => byDay(a.day, b.day) || Number(isOwn(b, own)) - Number(isOwn(a, own)));
  const open = ordered.filter((one) => !isOver(one));
  const coming = open.filter(({ day }) => day !== null && day >= today);
  const months = Map.groupBy(coming, ({ day }) => (day ?? '').slice(0, 7));
  return {
    past: open.filter(({ day }) => day !== null && day < today),
    months: [...months].map(([month, of]) => ({ month, of })).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    undated: open.filter(({ day }) => day === null),
    settled: ordered.filter(isOver),
  };
}

export function isOwn({ who }: Pick<Standing, 'who'>, own: readonly string[]): boolean {
  return who !== null && own.includes(who);
}
