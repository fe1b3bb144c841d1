import { inWords } from '../../platform/mail/index.ts';
import type { Saying, Words } from '../../plain/words.ts';
import type { Work } from './work.ts';

/** A mail in the language of whom it is for, and below in German, for whoever of them reads that better. */
export function inTwoLanguages(
  { wordsIn }: Pick<Work, 'wordsIn'>,
  language: string,
  paragraphs: (words: Words) => readonly Saying[],
): readonly Saying[] {
  if (language === 'de') return paragraphs(wordsIn('de'));
  const german = wordsIn('de');
  return [...paragraphs(wordsIn(language)), ...paragraphs(german).map((told) => inWords(told, german))];
}
