import { z } from 'zod';
import { tidy } from '../../plain/text.ts';
import { CLOSING_QUESTIONS, LICENCES, type ClosingWords } from './closing.ts';
import { REVIEW_QUESTIONS, type ReviewWords } from './review.ts';

/** How many signs one answer may have. */
export const LONGEST = 2000;

const typed = z.string().catch('').transform(tidy);
const reviewTexts = z.object({ good: typed, hard: typed, change: typed, gained: typed });
const closingTexts = z.object({
  gained: typed,
  materials: typed,
  stays: typed,
  onward: typed,
  licence: z.enum(LICENCES).nullable().catch(null),
});

/** What was typed, and the questions whose answer is too long. */
export interface Typed<Words, Question> {
  readonly words: Words;
  readonly tooLong: readonly Question[];
}

export function readReview(fields: unknown): Typed<ReviewWords, keyof ReviewWords> {
  const words = reviewTexts.parse(fields);
  return { words, tooLong: REVIEW_QUESTIONS.filter((question) => words[question].length > LONGEST) };
}

export function readClosing(fields: unknown): Typed<ClosingWords, (typeof CLOSING_QUESTIONS)[number]> {
  const words = closingTexts.parse(fields);
  return { words, tooLong: CLOSING_QUESTIONS.filter((question) => words[question].length > LONGEST) };
}

/** Which button was taken. */
export const reviewStep = z.object({ what: z.enum(['begin', 'save', 'hand']) });
export const closingStep = z.object({ what: z.enum(['write', 'end', 'goOn', 'delete', 'keep']) });
export const exitStep = z.object({ what: z.enum(['leave', 'stay']) });
