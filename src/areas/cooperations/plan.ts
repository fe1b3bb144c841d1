import type { Day } from '../../plain/time.ts';
import { offerIn, type OfferKey } from './offer.ts';

/** The six questions of a plan, in the order in which they are asked. */
export const QUESTIONS = ['topic', 'partner', 'strengths', 'offer', 'expectations', 'way'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What has been answered so far. A question that is skipped is not in it; what is offered stands way by way. */
export type Answers = Readonly<Partial<Record<Question | OfferKey, string>>>;

/** What one organisation plans. */
export interface Plan {
  readonly organisation: string;
  readonly answers: Answers;
  /** Since when the other partners can read it; null while it is for its organisation alone. */
  readonly shownOn: Day | null;
}

export function isQuestion(text: string): text is Question {
  return QUESTIONS.some((question) => question === text);
}

export function questionBefore(question: Question): Question | null {
  return QUESTIONS[QUESTIONS.indexOf(question) - 1] ?? null;
}

export function questionAfter(question: Question): Question | null {
  return QUESTIONS[QUESTIONS.indexOf(question) + 1] ?? null;
}

/** Where to go on: the first question without an answer; null when all have one. */
export function openQuestion(answers: Answers): Question | null {
  return QUESTIONS.find((question) => !isAnswered(answers, question)) ?? null;
}

export function isAnswered(answers: Answers, question: Question): boolean {
  return question === 'offer' ? offerIn(answers) !== null : (answers[question] ?? '') !== '';
}
