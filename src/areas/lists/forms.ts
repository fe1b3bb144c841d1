import { z } from 'zod';
import type { ReadingChoices } from './import.ts';
import { isColumnTarget, LICENCES, LIST_COUNTRIES, LIST_SUBJECTS, RHYTHMS, type Mapping } from './list.ts';

const line = (longest: number) => z.string().trim().min(1).max(longest);

/** What is said about a list. */
export const descriptionForm = z.object({
  title: line(120),
  publisher: line(200),
  purpose: line(1000),
  licence: z.enum(LICENCES),
  role: line(120),
  rhythm: z.enum(RHYTHMS),
  takedownContact: line(200),
});

export const DESCRIPTION_FIELDS = [
  'title',
  'publisher',
  'purpose',
  'licence',
  'role',
  'rhythm',
  'takedownContact',
] as const;

const optional = z.string().trim().max(200).default('');

const columnsForm = z.object({
  subject: z.enum(LIST_SUBJECTS),
  key: optional,
  country: z.enum(LIST_COUNTRIES),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  sheet: optional,
  encoding: optional,
  separator: z.string().max(2).default(''),
  headerRow: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/)
    .default(''),
});

export interface ColumnsRead {
  readonly mapping: Mapping;
  readonly choices: ReadingChoices;
}

/** How the columns are to be read: `column.0` and so on for the headers of the file, in their order. */
export function readColumns(typed: Readonly<Record<string, unknown>>, headers: readonly string[]): ColumnsRead | null {
  const form = columnsForm.safeParse(typed);
  if (!form.success) return null;
  const { subject, key, country, language, sheet, encoding, separator, headerRow } = form.data;
  const columns: Record<string, string | null> = {};
  headers.forEach((header, index) => {
    const target = typed[`column.${index}`];
    columns[header] = typeof target === 'string' && isColumnTarget(subject, target) ? target : null;
  });
  return {
    mapping: { subject, columns, key: headers.includes(key) ? key : null, country, language },
    choices: {
      ...(sheet === '' ? {} : { sheet }),
      ...(encoding === '' ? {} : { encoding }),
      ...(separator === '' ? {} : { separator }),
      ...(headerRow === '' ? {} : { headerRow: Number(headerRow) }),
    },
  };
}
