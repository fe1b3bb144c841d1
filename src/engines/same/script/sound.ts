import { distance, latinCodes, type Pattern, patternOf } from './align.ts';
import { hasKnownScript } from './letters.ts';
import { prepared } from './prepare.ts';
import { romanise } from './romanise.ts';

/** A word made ready for being held against many others by its sound. */
export interface Sound {
  /** Letters of its best romanisation. */
  readonly latin: Uint16Array;
  /** Its own letters with all their spellings; made when it is first needed. */
  pattern(): Pattern;
  /** Which side spells: the script that leaves most unsaid first. */
  readonly rank: number;
}

const ARABIC = /\p{Script=Arabic}/u;

/** Makes a word ready for `soundDistance`. */
export function soundOf(word: string): Sound {
  const own = prepared(word);
  const isForeign = hasKnownScript(own);
  let pattern: Pattern | null = null;
  return {
    latin: latinCodes(isForeign ? prepared(romanise(word)[0] ?? word) : own),
    pattern: () => (pattern ??= patternOf(own)),
    rank: ARABIC.test(own) ? 2 : isForeign ? 1 : 0,
  };
}

/**
 * How far two words of any scripts are apart by their sound, in hundredths of a letter that does not fit; `Infinity`
 * beyond `limit`. The same for both directions.
 *
 * @example soundDistance(soundOf('Чехов'), soundOf('Tschechow'), 500)  // 0
 */
export function soundDistance(a: Sound, b: Sound, limit: number): number {
  if (a.rank > b.rank) return distance(a.pattern(), b.latin, limit);
  if (a.rank < b.rank) return distance(b.pattern(), a.latin, limit);
  return Math.min(distance(a.pattern(), b.latin, limit), distance(b.pattern(), a.latin, limit));
}
