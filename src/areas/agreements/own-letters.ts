import type { FormFields } from '../../platform/http/index.ts';
import { partsOf, type Paragraph } from './paragraph.ts';
import { languageIn } from './written-in.ts';

/**
 * What came from a form in one language, with words that are not written in its letters in the field of theirs: a title
 * that another typed before, a sentence that somebody copied.
 */
export function inOwnLetters(typed: FormFields, language: string): FormFields {
  const end = `.${language}`;
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) =>
      typeof value === 'string' && name.endsWith(end)
        ? [`${name.slice(0, -end.length)}.${languageIn(value, language)}`, value]
        : [name, value],
    ),
  );
}

/** The languages in which something is said in these paragraphs. */
export function languagesSaid(paragraphs: readonly Paragraph[]): readonly string[] {
  const texts = paragraphs.flatMap(partsOf).map(({ value }) => value);
  return [
    ...new Set(texts.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : []))),
  ];
}
