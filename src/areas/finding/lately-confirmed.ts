import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { dayNumber, type EntryIndex } from './entry-index.ts';
import { findIn, shownIn, type FoundEntry } from './find.ts';
import type { Finder } from './open-finder.ts';
import { EVERYTHING } from './query.ts';
import { locate } from './search.ts';

/** What was confirmed last, for the start page; inside of `finder.look`. */
export async function latelyConfirmed(
  finder: Finder,
  index: EntryIndex,
  db: Reader,
  { today, limit }: { readonly today: Day; readonly limit: number },
): Promise<readonly FoundEntry[]> {
  const around = locate(finder.gazetteer, null);
  const asked = { query: EVERYTHING, around, today: dayNumber(today), size: limit, order: 'freshness' } as const;
  const { results } = await findIn(finder, index, asked, shownIn(db));
  return results.filter(({ confirmedOn }) => confirmedOn !== null);
}
