import type { Saying, Words } from '../../plain/words.ts';
import { inWords } from './in-words.ts';

/**
 * A mail in the language of whom it is for, and below in German, for whoever of them reads that better. `paragraphs`
 * is asked once per language, because days and names are written differently in each.
 *
 * @example inTwoLanguages(work, 'tr', (words) => [saying('reviews.mail.text', { day: words.day(day) })])
 */
export function inTwoLanguages(
  { wordsIn }: { readonly wordsIn: (language: string) => Words },
  language: string,
  paragraphs: (words: Words) => readonly Saying[],
): readonly Saying[] {
  const german = wordsIn('de');
  if (language === 'de') return paragraphs(german);
  return [...paragraphs(wordsIn(language)), ...paragraphs(german).map((told) => inWords(told, german))];
}
