import type { Day } from '../../plain/time.ts';

/** Under which conditions others may use what was made; a common name, or the words of the partners. */
export const LICENCES = ['cc0', 'cc-by', 'cc-by-sa', 'ours'] as const;
export type Licence = (typeof LICENCES)[number];

/** What each side writes down when a cooperation ends. */
export const CLOSING_QUESTIONS = ['gained', 'materials', 'stays', 'onward'] as const;
export type ClosingQuestion = (typeof CLOSING_QUESTIONS)[number];
export type ClosingWords = Readonly<Record<ClosingQuestion, string>> & { readonly licence: Licence | null };

export const EMPTY_CLOSING: ClosingWords = { gained: '', materials: '', stays: '', onward: '', licence: null };

/** The part of one side; every partner reads it. */
export interface ClosingPart {
  readonly organisation: string;
  readonly words: ClosingWords;
  readonly writtenOn: Day;
}
