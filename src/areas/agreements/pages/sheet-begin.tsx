import type { Words } from '../../../plain/words.ts';
import { languageOf } from '../../../plain/languages.ts';
import type { FormFields } from '../../../platform/http/index.ts';
import { Button, CheckField, Form, ReadersNote } from '../../../ui/index.ts';
import { AGREEMENT_LANGUAGES, type FieldProblem } from '../forms-sheet.ts';
import { sheetPath } from '../paths.ts';
import type { SheetsSeen } from './sheet.tsx';

/** The first version of an agreement: who the partners are, and in which languages it is written. */
export function BeginForm({
  words,
  sheets: { cooperation },
  view,
  typed,
  problems,
}: {
  readonly words: Words;
  readonly sheets: SheetsSeen;
  readonly view: number;
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
}) {
  const problem = problems.find(({ field }) => field === 'languages');
  const ticked = typed['languages'];
  const values = ticked === undefined ? (problem === undefined ? ['de', words.language] : []) : [ticked].flat();
  const label = words.say('agreements.sheet.agreement.begin');
  return (
    <Form action={`${sheetPath(cooperation)}/vereinbarung?ansicht=${view + 1}`} label={label}>
      <CheckField
        words={words}
        name="languages"
        label={words.say('agreements.sheet.languages')}
        hint={words.say('agreements.sheet.languages.hint')}
        error={problem === undefined ? null : words.tell(problem.told)}
        values={values}
        choices={AGREEMENT_LANGUAGES.map((value) => ({
          value,
          label: languageOf(value)?.ownName ?? value,
          lang: value === 'de-simple' ? 'de' : value,
        }))}
      />
      <ReadersNote words={words} scope="partner" />
      <Button icon="next">{label}</Button>
    </Form>
  );
}
