import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import type { Words } from '../../../plain/words.ts';
import type { FieldChoice } from './search-form.tsx';

/** The languages in which people can work together, in the order of the reader's alphabet. */
export function languageChoices(words: Words): readonly FieldChoice[] {
  const { compare } = new Intl.Collator(words.tag);
  return LANGUAGE_CODES.filter((code) => code !== 'de-simple')
    .map((code) => ({ value: code, label: words.languageName(code) }))
    .toSorted((a, b) => compare(a.label, b.label));
}
