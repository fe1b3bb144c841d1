import { isDay } from '../../../plain/time.ts';
import type { Filling, Saying, Words } from '../../../plain/words.ts';

/** A sentence in which days are days of the calendar until somebody reads them. */
export function tellDays(words: Words, { key, values = {} }: Saying): string {
  const told = Object.entries(values).map(([name, value]): [string, Filling] => [
    name,
    typeof value === 'string' && isDay(value) ? words.day(value) : value,
  ]);
  return words.tell({ key, values: Object.fromEntries(told) });
}
