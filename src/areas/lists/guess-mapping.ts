import { guessColumns, type Guess } from './guessing/index.ts';
import { isColumnTarget, type ListSubject, type Mapping } from './list.ts';
import type { OpenTable } from './reading/index.ts';

/** How the columns of a file are probably meant: as the last time where the list is known, guessed otherwise. */
export function guessMapping(
  table: Pick<OpenTable, 'headers' | 'sample'>,
  remembered: Mapping | null,
  subject?: ListSubject,
): { readonly mapping: Mapping; readonly guess: Guess } {
  const language = remembered?.language ?? 'de';
  const guess = guessColumns(table, subject ?? remembered?.subject, language);
  const columns: Record<string, string | null> = {};
  for (const { header, field } of guess.columns) {
    const before = remembered?.columns[header];
    const target = before === undefined ? field : before;
    columns[header] = target !== null && isColumnTarget(guess.subject, target) ? target : null;
  }
  const headers = new Set(Object.keys(columns));
  const key = remembered === null ? guess.key : remembered.key;
  return {
    guess,
    mapping: {
      subject: guess.subject,
      columns,
      key: key !== null && headers.has(key) ? key : null,
      country: remembered?.country ?? 'DE',
      language,
    },
  };
}
