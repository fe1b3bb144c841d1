import type { Words } from '../../../plain/words.ts';
import type { FormError } from '../../../ui/index.ts';
import { emptyParagraph, partName, type FieldProblem } from '../forms-paragraph.ts';
import { rowName, type Row } from '../forms-section.ts';
import { partsOf } from '../paragraph.ts';
import { sayProblem } from './paragraph-fields.tsx';

/** What is wrong, for the top of the page: away from its field, each thing is called by the name of the field. */
export function errorsOf(words: Words, rows: readonly Row[]): readonly FormError[] {
  return rows.flatMap((row) =>
    row.problems.map((problem) => ({
      field: problem.name,
      text: words.say('agreements.draft.problem.at', {
        field: fieldOf(words, row, problem),
        problem: sayProblem(words, problem),
      }),
    })),
  );
}

// words: agreements.part.*
function fieldOf(words: Words, { id, kind }: Row, { name }: FieldProblem): string {
  if (name === rowName(id, 'reason')) return words.say('agreements.draft.reason');
  const part = partsOf(emptyParagraph({ id, kind, origin: id })).find((one) => {
    const field = partName(id, one.name);
    return name === field || name.startsWith(`${field}.`);
  });
  return words.say(`agreements.part.${kind}.${part?.name ?? ''}`);
}
