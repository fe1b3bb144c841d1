import type { Links } from '../../platform/links/index.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Words } from '../../plain/words.ts';

/** What conversations need of areas that theirs does not know; the app puts it together. */
export interface Work {
  readonly links: Links;
  /** The names of organisations as far as `db` may read them. */
  readonly namesOf: (
    db: Reader,
    organisations: readonly string[],
    words: Words,
  ) => Promise<ReadonlyMap<string, string>>;
}

/** For what the links of this area are made. */
export const DOOR = 'conversation';

/** The conversation's days decide how long a link opens something; a link itself has to have a last day. */
export const FOR_GOOD = new Date('2100-01-01T00:00:00Z');
