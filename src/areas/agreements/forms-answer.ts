import type { FormFields } from '../../platform/http/index.ts';
import { tidy } from '../../plain/text.ts';
import type { Answer } from './answer.ts';
import { VERDICTS, type Verdict } from './proposal.ts';

/** The longest question or reason. */
export const LONGEST_ANSWER = 2000;

/** Something that is wrong with the answer to a change; `field` absent: with all of them. */
export interface AnswerProblem {
  readonly field?: string;
  readonly why: 'nothing' | 'verdict' | 'question' | 'long';
}

export function verdictName(change: string): string {
  return `v-${change}`;
}

export function wordsName(change: string): string {
  return `w-${change}`;
}

export interface SentAnswers {
  readonly answers: readonly Answer[];
  readonly problems: readonly AnswerProblem[];
  readonly typed: (name: string) => string;
}

/** The answers to those changes that somebody has answered; the others wait. */
export function readAnswers(changes: readonly string[], sent: FormFields): SentAnswers {
  const typed = (name: string) => {
    const value = sent[name] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
  const acceptsRest = typed('rest') === 'accept';
  const problems: AnswerProblem[] = [];
  const answers = changes.flatMap((change): Answer[] => {
    const words = tidy(typed(wordsName(change)));
    const chosen = verdictIn(typed(verdictName(change)));
    const verdict = chosen ?? (acceptsRest && words === '' ? 'accept' : null);
    if (words.length > LONGEST_ANSWER) problems.push({ field: wordsName(change), why: 'long' });
    if (verdict === null && words !== '') problems.push({ field: verdictName(change), why: 'verdict' });
    if (verdict === 'ask' && words === '') problems.push({ field: wordsName(change), why: 'question' });
    return verdict === null ? [] : [{ change, verdict, words }];
  });
  if (answers.length === 0 && problems.length === 0) problems.push({ why: 'nothing' });
  return { answers, problems, typed };
}

function verdictIn(text: string): Verdict | null {
  return VERDICTS.find((one) => one === text) ?? null;
}
