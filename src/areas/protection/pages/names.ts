import type { Reader } from '../../../platform/database/index.ts';
import type { Words } from '../../../plain/words.ts';

/** The names of organisations as this reader may know them; the app puts it in. */
export type NamesOf = (
  db: Reader,
  organisations: readonly string[],
  words: Words,
) => Promise<ReadonlyMap<string, string>>;
