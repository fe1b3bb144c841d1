import { inWords } from '../../platform/mail/index.ts';
import type { Saying, Words } from '../../plain/words.ts';
import type { Work } from './work.ts';

/** A mail in the language of whom it is for, and below in German, for whoever of them reads that better. */
export async function inTwoLanguages(
  { wordsIn }: Pick<Work, 'wordsIn'>,
  language: string,
  paragraphs: (words: Words) => Promise<readonly Saying[]>,
): Promise<readonly Saying[]> {
  const own = await paragraphs(wordsIn(language));
  if (language === 'de') return own;
  const german = wordsIn('de');
  return [...own, ...(await paragraphs(german)).map((told) => inWords(told, german))];
}
