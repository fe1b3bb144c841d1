import { canonical } from '../../../plain/json.ts';
import type { Result } from '../../../plain/result.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { leaveNotice, readForm, type FormFields, type Request } from '../../../platform/http/index.ts';
import type { Changes } from '../forms-change.ts';
import type { Desk } from '../forms-desk.ts';
import { BASE_NAME, inputName } from '../forms-names.ts';
import { first, readWishes, type FormReading, type Problem, type Wish } from '../forms-read.ts';
import { isTicked, tickedOf, typedOf } from '../forms-typed.ts';
import { showValue } from '../values/index.ts';

/** What a form is made from and read with; loaded anew each time it comes back. */
export type Laid = Omit<FormReading, 'typed'>;

export interface Answering<Form extends Laid> {
  readonly lay: () => Promise<Form>;
  readonly save: (base: string, wishes: readonly Wish[]) => Promise<Result<Changes, 'movedOn'>>;
  readonly show: (laid: Form, typed: FormFields, problems: readonly Problem[]) => Promise<string | Promise<string>>;
  /** Where to go on after saving. */
  readonly after: (changes: Changes, typed: FormFields) => string;
}

/** Answers a form about fields: saved, or back with what is wrong, or with what somebody else has saved meanwhile. */
export async function answerFieldForm<Form extends Laid>(
  c: Request,
  { lay, save, show, after }: Answering<Form>,
): Promise<Response> {
  const typed = await readForm(c);
  const laid = await lay();
  const read = readWishes({ ...laid, typed });
  if (!read.ok) return c.html(await show(laid, typed, read.issue), 422);
  const saved = await save(first(typed, BASE_NAME), read.value);
  if (saved.ok) {
    leaveNotice(c, saying(saved.value.fields.length === 0 ? 'claims.form.unchanged' : 'claims.form.saved'));
    return c.redirect(after(saved.value, typed), 303);
  }
  const now = await lay();
  return c.html(await show(now, typed, meanwhile(now, typed)), 409);
}

/** What stands there now, beside what was typed. */
function meanwhile({ desk, words, country }: Laid, typed: FormFields): readonly Problem[] {
  const problems = desk.words.flatMap((word): Problem[] => {
    const { field, mine } = word;
    const input = inputName(word);
    const isSame = isTicked(field)
      ? canonical([...tickedOf(mine?.value ?? null)]) === canonical(ticks(typed, input))
      : first(typed, input) === (mine === null ? '' : typedOf(field, mine.value, words, country));
    return isSame ? [] : [{ input, told: saying('claims.form.meanwhile', { value: shownNow(word, words) }) }];
  });
  return problems.length > 0 ? problems : [{ input: '', told: saying('claims.form.movedOn') }];
}

function ticks(typed: FormFields, input: string): string[] {
  const value = typed[input] ?? [];
  return (typeof value === 'string' ? [value] : [...value]).filter((one) => one !== '');
}

function shownNow({ field, mine }: Desk['words'][number], words: Words): string {
  if (mine === null) return words.say('claims.form.noWord');
  return words.list(showValue(field, mine.value, words).map(({ text }) => text));
}
