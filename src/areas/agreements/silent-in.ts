import { partsOf, type Part } from './paragraph.ts';
import type { AgreementText } from './text.ts';

/** How many paragraphs of an agreement have words that are not there in one of its languages. */
export interface Silence {
  readonly language: string;
  readonly count: number;
}

/** The languages of an agreement in which not all of it can be read. It hinders nobody from signing. */
export function silencesOf({
  languages,
  paragraphs,
}: Pick<AgreementText, 'languages' | 'paragraphs'>): readonly Silence[] {
  return languages
    .map((language) => ({
      language,
      count: paragraphs.filter((one) => partsOf(one).some((part) => isSilentIn(part, language))).length,
    }))
    .filter(({ count }) => count > 0);
}

function isSilentIn({ value }: Part, language: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((text) => text.trim() !== '') && (value[language] ?? '').trim() === '';
}
