import type { FormFields } from '../../platform/http/index.ts';
import { tidy } from '../../plain/text.ts';
import type { Answer } from './answer.ts';
import { VERDICTS, type Verdict } from './proposal.ts';

/** The longest question or reason. */
export const LONGEST_ANSWER = 2000;

/** Something that is wrong with the answer to a change; `field` absent where none was asked about. */
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

/**
 * The answers to those changes that somebody has answered; the others wait. Accepting all the rest at once takes only
 * what lay open on the page that was sent, so that nobody says yes to what it has not seen.
 */
export function readAnswers(changes: readonly string[], sent: FormFields): SentAnswers {
  const typed = (name: string) => {
    const value = sent[name] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
  const seen = typed('rest') === 'accept' ? seenIn(sent) : [];
  const problems: AnswerProblem[] = [];
  const answers = changes.flatMap((change): Answer[] => {
    const words = tidy(typed(wordsName(change)));
    const chosen = verdictIn(typed(verdictName(change)));
    const verdict = chosen ?? (seen.includes(change) && words === '' ? 'accept' : null);
    if (words.length > LONGEST_ANSWER) problems.push({ field: wordsName(change), why: 'long' });
    if (verdict === null && words !== '') problems.push({ field: verdictName(change), why: 'verdict' });
    if (verdict === 'ask' && words === '') problems.push({ field: wordsName(change), why: 'question' });
    return verdict === null ? [] : [{ change, verdict, words }];
  });
  if (answers.length === 0 && problems.length === 0) {
    // It leads to the first of them, which lies open then.
    const [first] = changes;
    problems.push({ ...(first === undefined ? {} : { field: verdictName(first) }), why: 'nothing' });
  }
  return { answers, problems, typed };
}

/** The changes that lay open on the page that was sent. */
export function seenIn(sent: FormFields): readonly string[] {
  return [sent['seen'] ?? []].flat();
}

function verdictIn(text: string): Verdict | null {
  return VERDICTS.find((one) => one === text) ?? null;
}
