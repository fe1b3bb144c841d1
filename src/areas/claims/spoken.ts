import type { Json } from '../../plain/json.ts';
import type { Words } from '../../plain/words.ts';

/** A text and its language (BCP 47); null while nobody said which. */
export interface SpokenText {
  readonly language: string | null;
  readonly text: string;
}

/** Whether a fact stands in several languages: an object language → value. */
export function isSpoken(value: Json | undefined): value is { readonly [language: string]: Json } {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The languages of a fact's texts. `own`: an organisation's own language comes before German; otherwise the reader's first. */
export function spokenOf(value: Json | undefined, words: Words, first: 'own' | 'reader'): readonly SpokenText[] {
  if (!isSpoken(value)) return [];
  const reader = words.language === 'de-simple' ? 'de' : words.language;
  const rank = (language: string): number => {
    if (first === 'own' && !['de', 'en', 'und'].includes(language)) return language === reader ? 0 : 1;
    return language === reader ? 2 : language === 'de' ? 3 : 4;
  };
  return Object.entries(value)
    .flatMap(([language, text]): [string, string][] =>
      typeof text === 'string' && text !== '' ? [[language, text]] : [],
    )
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([language, text]) => ({ language: language === 'und' ? null : language, text }));
}
