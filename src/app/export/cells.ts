import type { Field } from '../../areas/claims/index.ts';
import type { Json } from '../../plain/json.ts';

/**
 * A cell as it is written. A spreadsheet takes what begins with one of these signs for a formula, so an
 * apostrophe is put before it. A telephone number (plus and digits, nothing else) can do no harm and stays as it is,
 * so that it can be read in again.
 */
export function guard(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^\+\d+$/.test(text) ? `'${text}` : text;
}

/** One line of a file: semicolons, quotes only where they are needed, CRLF (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guard(cell))).join(';')}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const DAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/** The columns of a field besides those for its further languages. */
export function columnsOf(field: Field): readonly string[] {
  return field.kind === 'place' ? ['postcode', 'placeName'] : [field.name];
}

/** The cells of a value, one for each column of the field. Codes stay codes, times can be read. */
export function cellsOf(field: Field, value: Json | undefined): readonly string[] {
  if (field.kind === 'place') return [partOf(value, 'postcode'), partOf(value, 'name')];
  if (value === undefined || value === null) return [''];
  if (field.kind === 'point') return [`${partOf(value, 'lat')}, ${partOf(value, 'lon')}`];
  if (field.kind === 'times') return [Array.isArray(value) ? value.map(timeText).join('; ') : ''];
  if (Array.isArray(value)) return [value.map(String).join('; ')];
  return [typeof value === 'string' ? value : String(value)];
}

function timeText(time: Json): string {
  return `${DAYS[Number(partOf(time, 'day')) - 1] ?? ''} ${partOf(time, 'from')}-${partOf(time, 'to')}`;
}

/** A part of an object as text; empty where there is none. */
export function partOf(value: Json | undefined, name: string): string {
  const part = isObject(value) ? value[name] : undefined;
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);
}
