import type { Span } from './headers.ts';
import type { RawRow } from './rows.ts';
import { excelText, richText, type Book, type BookSheet } from './xlsx-book.ts';
import { excelMoment, plainNumber } from './xlsx-values.ts';
import { attribute, elementsNamed, unescaped } from './xml.ts';
import { unpackedBytes } from './zip.ts';

/** What is learned of a sheet while its rows pass. */
export interface SheetFacts {
  rows: number;
  formulas: number;
  /** Formulas without a stored result and results like `#REF!`: read as empty. */
  lost: number;
  /** Merged columns by row of the sheet. */
  readonly spans: Map<number, Span[]>;
}

export function noFacts(): SheetFacts {
  return { rows: 0, formulas: 0, lost: 0, spans: new Map() };
}

/** Further columns are cut together; a row that has some of them shows as too long. */
const MAX_COLUMNS = 1000;
const ROWS_AT_ONCE = 200;

/**
 * The rows of a sheet as texts: days as `2026-03-31`, numbers without `.0`, `true` and `false`,
 * of formulas the stored result. Streams, so that a sheet of any length takes the same memory.
 */
export async function* sheetRows(
  book: Book,
  sheet: BookSheet,
  strings: readonly string[],
  facts: SheetFacts = noFacts(),
): AsyncGenerator<readonly RawRow[]> {
  const entry = book.directory.get(sheet.part);
  if (entry === undefined) return;
  let line = 0;
  let rows: RawRow[] = [];
  const rest = (text: string) => readSpans(text, facts.spans);
  for await (const { attributes, content } of elementsNamed('row', unpackedBytes(book.path, entry), rest)) {
    line = Number(attribute(attributes, 'r') ?? line + 1);
    if (content === '') continue;
    const cells = cellsOf(content, book, strings, facts);
    if (cells.every((cell) => cell.trim() === '')) continue;
    facts.rows += 1;
    rows.push({ line, cells });
    if (rows.length < ROWS_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** One pattern for a whole cell: attributes and content, matched in place. */
const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function cellsOf(content: string, book: Book, strings: readonly string[], facts: SheetFacts): string[] {
  const cells: string[] = [];
  let next = 0;
  CELL.lastIndex = 0;
  for (let found = CELL.exec(content); found !== null; found = CELL.exec(content)) {
    const [, attributes = '', inner = ''] = found;
    const column = Math.min(columnOf(attributes) ?? next, MAX_COLUMNS);
    next = column + 1;
    if (inner === '') continue;
    while (cells.length < column) cells.push('');
    cells[column] = valueOf(attributes, inner, book, strings, facts);
  }
  return cells;
}

function valueOf(attributes: string, inner: string, book: Book, strings: readonly string[], facts: SheetFacts): string {
  const type = attribute(attributes, 't') ?? 'n';
  const isFormula = /<(?:\w+:)?f[\s/>]/.test(inner);
  if (isFormula) facts.formulas += 1;
  if (type === 'inlineStr') return richText(inner);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? '';
  if (type === 'e' || (isFormula && value === '' && type !== 'str')) {
    facts.lost += 1;
    return '';
  }
  if (value === '') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'str') return excelText(unescaped(value));
  if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
  const format = Number(attribute(attributes, 's') ?? 0);
  return book.dayFormats.has(format) ? excelMoment(value, book.countsFrom1904) : plainNumber(value);
}

/** `C7` is column 2. */
function columnOf(attributes: string): number | null {
  const letters = /(?:^|\s)r\s*=\s*["']([A-Z]+)/.exec(attributes)?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Merged cells stand behind the rows; only those near the top can be headers. */
function readSpans(text: string, spans: Map<number, Span[]>): void {
  for (const [, a = '', row = '', b = ''] of text.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)\d+"/g,
  )) {
    const from = columnOf(`r="${a}`);
    const to = columnOf(`r="${b}`);
    if (from === null || to === null || to <= from || Number(row) > 100) continue;
    spans.set(Number(row), [...(spans.get(Number(row)) ?? []), { from, to }]);
  }
}
