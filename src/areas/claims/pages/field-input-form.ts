import type { Scope } from '../../../plain/scope.ts';
import type { Words } from '../../../plain/words.ts';
import type { FormFields } from '../../../platform/http/index.ts';
import type { FormError } from '../../../ui/index.ts';
import type { Field } from '../field.ts';
import type { Desk } from '../forms-desk.ts';
import type { Problem } from '../forms-read.ts';
import type { Country } from '../values/reading.ts';

/** What a form about some fields shows. */
export interface FieldForm {
  readonly words: Words;
  readonly desk: Desk;
  /** What came with the form when it comes back; null when it is opened. */
  readonly typed: FormFields | null;
  readonly problems: readonly Problem[];
  readonly country: Country;
  readonly declaredScope: (field: Field) => Scope;
  /** Titles of lists by their ids. */
  readonly lists: ReadonlyMap<string, string>;
}

export interface Placed {
  readonly form: FieldForm;
  readonly field: Field;
}

/** The problems of a form as its summary lists them. */
export function formErrors(words: Words, problems: readonly Problem[]): readonly FormError[] {
  return problems.map(({ input, told }) => ({ field: input, text: words.tell(told) }));
}

export function errorAt(words: Words, problems: readonly Problem[], name: string): string | undefined {
  const problem = problems.find(({ input }) => input === name);
  return problem === undefined ? undefined : words.tell(problem.told);
}
