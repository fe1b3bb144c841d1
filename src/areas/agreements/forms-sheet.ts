import { z } from 'zod';
import { LANGUAGE_CODES } from '../../plain/languages.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { FIRMNESS, type SheetEntry } from './sheet.ts';
import { POINT_STATES, readPlace, type EntryPlace } from './talking-point.ts';

export const MOST_ENTRIES = 20;
const LONGEST_ENTRY = 600;
const LONGEST_POINT = 1000;
export const MOST_LANGUAGES = 5;

/** The languages that are always there to choose for an agreement; those that partners speak are there beside them. */
export const USUAL_LANGUAGES = ['de', 'de-simple', 'en', 'tr', 'ar', 'uk', 'kmr', 'fa', 'fr', 'ru', 'pl', 'ro', 'ti'];

/** Languages for whose letters the paper has no font. */
const NOT_ON_PAPER = ['he', 'zh'];

/** The languages in which an agreement can be written, the usual ones first. */
export const AGREEMENT_LANGUAGES: readonly string[] = [
  ...USUAL_LANGUAGES,
  ...LANGUAGE_CODES.filter((code) => !USUAL_LANGUAGES.includes(code) && !NOT_ON_PAPER.includes(code)),
];

export interface FieldProblem {
  readonly field: string;
  readonly told: Saying;
}

export const wordsField = (at: number): string => `words.${at}`;
export const firmnessField = (at: number): string => `firm.${at}`;

const line = z.string().transform(tidy).catch('');
const firmness = z.enum(FIRMNESS).catch('negotiable');

/** The sentences of one question; an emptied one is gone. */
export function readEntries(typed: FormFields): Result<readonly SheetEntry[], readonly FieldProblem[]> {
  const rows = rowsIn(typed);
  const problems = rows.flatMap(({ words }, at): FieldProblem[] =>
    words.length <= LONGEST_ENTRY
      ? []
      : [{ field: wordsField(at), told: saying('agreements.sheet.tooLong', { most: LONGEST_ENTRY }) }],
  );
  const entries = rows.filter(({ words }) => words !== '');
  if (entries.length > MOST_ENTRIES)
    problems.push({ field: wordsField(0), told: saying('agreements.sheet.tooMany', { most: MOST_ENTRIES }) });
  return problems.length > 0 ? not(problems) : ok(entries);
}

/** All rows as they were typed, empty ones too, so that a page that comes back looks the same. */
export function rowsIn(typed: FormFields): readonly SheetEntry[] {
  const count = Array.from({ length: MOST_ENTRIES * 2 }).findIndex((_, at) => typed[wordsField(at)] === undefined);
  return Array.from({ length: Math.max(0, count) }, (_, at) => ({
    words: line.parse(typed[wordsField(at)]),
    firmness: firmness.parse(typed[firmnessField(at)]),
  }));
}

const several = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .transform((all) => all ?? []);

/** A talking point: a sentence, and which sentences of the sheets it is about. */
export function readPoint(
  typed: FormFields,
): Result<{ readonly words: string; readonly refers: readonly EntryPlace[] }, readonly FieldProblem[]> {
  const words = line.parse(typed['point']);
  const refers = several.parse(typed['refers']).flatMap((one) => readPlace(one) ?? []);
  if (words === '') return not([{ field: 'point', told: saying('agreements.sheet.point.empty') }]);
  if (words.length > LONGEST_POINT)
    return not([{ field: 'point', told: saying('agreements.sheet.tooLong', { most: LONGEST_POINT }) }]);
  return ok({ words, refers });
}

export const pointStateForm = z.object({ state: z.enum(POINT_STATES) });

/** The languages that were ticked, the reader's own first. */
export function readLanguages(typed: FormFields, reader: string): Result<readonly string[], readonly FieldProblem[]> {
  const ticked = new Set(several.parse(typed['languages']));
  const chosen = [reader, ...AGREEMENT_LANGUAGES].filter((code) => ticked.has(code));
  const languages = [...new Set(chosen)].filter((code) => AGREEMENT_LANGUAGES.includes(code));
  if (languages.length === 0) return not([{ field: 'languages', told: saying('agreements.sheet.languages.none') }]);
  if (languages.length > MOST_LANGUAGES)
    return not([{ field: 'languages', told: saying('agreements.sheet.languages.many', { most: MOST_LANGUAGES }) }]);
  return ok(languages);
}

export const viewForm = z.object({ ansicht: z.coerce.number().int().min(1).max(100_000).catch(1) });
