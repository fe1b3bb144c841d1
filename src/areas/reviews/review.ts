import type { Day } from '../../plain/time.ts';

/** What a review asks of every side, the same of all. */
export const REVIEW_QUESTIONS = ['good', 'hard', 'change', 'gained'] as const;
export type ReviewQuestion = (typeof REVIEW_QUESTIONS)[number];
export type ReviewWords = Readonly<Record<ReviewQuestion, string>>;

export const EMPTY_REVIEW: ReviewWords = { good: '', hard: '', change: '', gained: '' };

export interface ReviewPart {
  readonly organisation: string;
  readonly words: ReviewWords;
  readonly doneOn: Day | null;
}

/** A review and the parts of it that the reader may read: its own, and all once they are opened. */
export interface Review {
  readonly id: string;
  readonly begunOn: Day;
  readonly openedOn: Day | null;
  readonly parts: readonly ReviewPart[];
}

/** Something has to be said before it can be handed over; to which question is free. */
export function saysSomething(words: ReviewWords): boolean {
  return REVIEW_QUESTIONS.some((question) => words[question].trim() !== '');
}

/** The day for which a review was agreed and that has come without one; null when nothing waits. */
export function dueReview(agreed: readonly Day[], begun: readonly Day[], today: Day): Day | null {
  const latest = agreed
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  return latest === undefined || begun.some((day) => day >= latest) ? null : latest;
}
