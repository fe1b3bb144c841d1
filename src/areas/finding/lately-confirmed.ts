import type { ReadContext } from '../../platform/context.ts';
import { find, type FoundEntry } from './find.ts';
import type { Finder } from './open-finder.ts';
import { EVERYTHING } from './query.ts';

/** What was confirmed last, for the start page. */
export async function latelyConfirmed(ctx: ReadContext, finder: Finder, limit: number): Promise<readonly FoundEntry[]> {
  const { results } = await find(ctx, finder, EVERYTHING, { size: limit, order: 'freshness' });
  return results.filter(({ confirmedOn }) => confirmedOn !== null);
}
