import type { Words } from '../../../plain/words.ts';
import type { FormError } from '../../../ui/index.ts';
import type { Problem } from '../forms.ts';
import { tellDays } from './tell-days.ts';

/** The problems of a form as its summary lists them. */
export function tellProblems(words: Words, problems: readonly Problem[]): readonly FormError[] {
  return problems.map(({ input, told }) => ({ field: input, text: tellDays(words, told) }));
}

/** What is wrong at one input. */
export function errorAt(words: Words, problems: readonly Problem[], input: string): string | undefined {
  return tellProblems(words, problems).find(({ field }) => field === input)?.text;
}
