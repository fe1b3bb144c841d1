import { InputError } from '../errors.ts';
import { saying } from '../../plain/words.ts';

/** Raised when the lines of a backup change in a way that an older program would misread. */
export const FORMAT = 1;

/** What a backup says about itself in its first line. */
export interface Header {
  readonly format: typeof FORMAT;
  readonly site: string;
  /** ISO moment at which the transaction began. */
  readonly madeAt: string;
  readonly engine: string;
  /** The steps of the tables that were taken, in their order. */
  readonly schema: readonly string[];
  /** Tables whose rows are not in it. */
  readonly leftOut: readonly string[];
}

/**
 * One line of a backup: what it is, the tables with their rows as the database writes values as text,
 * the uploaded files in pieces, and an end that counts everything.
 */
export type Line =
  | { readonly backup: Header }
  | { readonly table: string; readonly columns: readonly Column[] }
  | { readonly row: readonly (string | null)[] }
  | { readonly file: string; readonly piece: string }
  | {
      readonly end: { readonly rows: number; readonly tables: number; readonly files: number; readonly sha256: string };
    };

/** Name and type of a column, the type as PostgreSQL writes it. */
export type Column = readonly [name: string, type: string];

/** How many rows are held in memory together: few where they carry files. */
export function rowsAtOnce(columns: readonly Column[]): number {
  return columns.some(([, type]) => type === 'bytea') ? 20 : 1_000;
}

/** A line of a backup. Whatever is none ends the reading with a sentence. */
export function parseLine(text: string): Line {
  const value = jsonOf(text);
  if (!isRecord(value)) throw damaged();
  const { backup, table, columns, row, file, piece, end } = value;
  if (backup !== undefined) return { backup: headerOf(backup) };
  if (Array.isArray(row) && row.every(isCell)) return { row };
  if (typeof table === 'string' && Array.isArray(columns) && columns.every(isColumn)) return { table, columns };
  if (typeof file === 'string' && typeof piece === 'string') return { file, piece };
  if (!isRecord(end)) throw damaged();
  const { rows, tables, files, sha256 } = end;
  if (typeof rows !== 'number' || typeof tables !== 'number' || typeof files !== 'number' || typeof sha256 !== 'string')
    throw damaged();
  return { end: { rows, tables, files, sha256 } };
}

/** What the reader is told about a file that was cut off, changed, or never was a backup. */
export function damaged(): InputError {
  return new InputError(saying('platform.backup.damaged'));
}

function headerOf(value: unknown): Header {
  if (!isRecord(value)) throw damaged();
  const { format, site, madeAt, engine, schema, leftOut } = value;
  if (typeof format === 'number' && format > FORMAT) throw new InputError(saying('platform.backup.newerFormat'));
  if (format !== FORMAT || typeof site !== 'string' || typeof madeAt !== 'string' || typeof engine !== 'string')
    throw damaged();
  if (!isTexts(schema) || !isTexts(leftOut)) throw damaged();
  return { format, site, madeAt, engine, schema, leftOut };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function isCell(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isColumn(value: unknown): value is Column {
  return isTexts(value) && value.length === 2;
}
