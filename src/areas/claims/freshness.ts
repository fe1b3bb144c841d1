import { daysBetween, type Day } from '../../plain/time.ts';
import type { Field } from './field.ts';

/**
 * How likely a fact still holds, from 1 down to 0: each half-life of its field without a word halves it,
 * `0.5 ^ (age in days / half-life in days)`, the law of decay with the experience that `halfLifeDays` declares.
 * A word of today or of the future counts as 1.
 *
 * @example freshnessOf({ halfLifeDays: 180 }, '2026-05-25', '2026-11-21') // 0.5
 */
export function freshnessOf({ halfLifeDays }: Pick<Field, 'halfLifeDays'>, lastWord: Day, today: Day): number {
  return 0.5 ** (Math.max(0, daysBetween(lastWord, today)) / halfLifeDays);
}
