import type { Words } from '../../plain/words.ts';
import { partsOf, type Paragraph } from './paragraph.ts';
import { spokenIn } from './spoken.ts';
import type { AgreementText } from './text.ts';

const LONGEST_SHOWN = 90;

/** The first words of a paragraph, in the reader's language where there are any. */
export function shortWords(
  { language }: Pick<Words, 'language'>,
  { languages }: AgreementText,
  paragraph: Paragraph,
): string {
  const spoken = partsOf(paragraph).flatMap(({ value }) =>
    value !== null && typeof value === 'object' ? spokenIn(value, languages, language).slice(0, 1) : [],
  );
  const text = (spoken[0]?.text ?? '').replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed().trimEnd()} …` : text;
}
