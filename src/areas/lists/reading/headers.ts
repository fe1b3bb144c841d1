import { not, ok, type Result } from '../../../plain/result.ts';
import { tidy } from '../../../plain/text.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { isKnownHeader } from '../guessing/known-headers.ts';
import { findHeaderRow, looksLikeData } from './header-row.ts';
import type { Header } from './table.ts';

type Cells = readonly string[];

/** Columns that one merged cell covers in a row, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface FoundHeaders {
  readonly headers: readonly Header[];
  readonly notes: readonly Saying[];
  /** How many of the rows come before the data. */
  readonly dataFrom: number;
}

/**
 * Names the columns from the first rows (blank ones left out). `headerRow` counts from 1, 0 means none.
 * `spansOf` tells the merged cells of a row, null where the format has none.
 */
export function readHeaders(
  rows: readonly Cells[],
  headerRow: number | undefined,
  spansOf: ((row: number) => readonly Span[]) | null,
): Result<FoundHeaders, Saying> {
  if (rows.length === 0) return not(saying('lists.reading.empty'));
  const at = headerRow === undefined ? findHeaderRow(rows) : headerRow - 1;
  if (at === null || at < 0) return ok(withoutHeaders(rows));
  const top = rows[at];
  if (top === undefined) return not(saying('lists.reading.noSuchHeaderRow', { row: at + 1 }));
  const pair = groupedHeaders(rows, at, spansOf);
  const dataFrom = pair?.dataFrom ?? at + 1;
  const titles = pair?.from ?? at;
  const data = rows.slice(dataFrom);
  if (data.length === 0) return not(saying('lists.reading.onlyHeaders'));
  const { headers, notes } = namedHeaders(pair?.cells ?? top, data);
  const skipped = titles > 0 && headerRow === undefined ? [saying('lists.reading.note.titles', { count: titles })] : [];
  return ok({ headers, notes: [...skipped, ...notes], dataFrom });
}

/** Names for columns whose headers are missing or doubled. */
export function namedHeaders(cells: Cells, data: readonly Cells[]): { headers: Header[]; notes: Saying[] } {
  const width = widthOf(cells, data);
  const taken = new Set<string>();
  const doubled: string[] = [];
  const missing: string[] = [];
  const headers = Array.from({ length: width }, (_, column): Header => {
    const original = cells[column] ?? '';
    const text = tidy(original).replace(/\n/g, ' ');
    const wished = text === '' ? `Spalte ${column + 1}` : text;
    const name = freeName(wished, taken);
    if (text === '') missing.push(name);
    else if (name !== wished) doubled.push(name);
    taken.add(name);
    return { name, original };
  });
  const notes: Saying[] = [];
  if (missing.length > 0)
    notes.push(saying('lists.reading.note.missingHeaders', { count: missing.length, names: missing.join(', ') }));
  if (doubled.length > 0)
    notes.push(saying('lists.reading.note.doubledHeaders', { count: doubled.length, names: doubled.join(', ') }));
  return { headers, notes };
}

function withoutHeaders(rows: readonly Cells[]): FoundHeaders {
  const { headers } = namedHeaders([], rows);
  return { headers, notes: [saying('lists.reading.note.noHeaders')], dataFrom: 0 };
}

/** As far as headers reach, and further where most rows have something: there a header is missing. */
function widthOf(cells: Cells, data: readonly Cells[]): number {
  let width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const longest = data.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = width; column < longest; column++) {
    const filled = data.filter((row) => (row[column] ?? '').trim() !== '').length;
    const enough = cells.length === 0 || column < cells.length ? 1 : data.length / 2;
    if (filled >= enough) width = column + 1;
  }
  return width;
}

function freeName(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished;
  let number = 2;
  while (taken.has(`${wished} (${number})`)) number += 1;
  return `${wished} (${number})`;
}

interface Grouped {
  readonly cells: Cells;
  readonly from: number;
  readonly dataFrom: number;
}

/** Two rows of headers read as one: "Kontakt" over "Telefon" and "E-Mail" gives "Kontakt Telefon", "Kontakt E-Mail". */
function groupedHeaders(
  rows: readonly Cells[],
  at: number,
  spansOf: ((row: number) => readonly Span[]) | null,
): Grouped | null {
  return joined(rows, at, spansOf) ?? (at > 0 ? joined(rows, at - 1, spansOf) : null);
}

function joined(
  rows: readonly Cells[],
  at: number,
  spansOf: ((row: number) => readonly Span[]) | null,
): Grouped | null {
  const upper = rows[at];
  const lower = rows[at + 1];
  if (upper === undefined || lower === undefined || lower.some(looksLikeData)) return null;
  const spans = (spansOf === null ? blanksBehind(upper, lower) : spansOf(at)).filter(
    ({ from, to }) => isFilled(upper, from) && countFilled(lower, from, to) >= 2,
  );
  const covered = spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const width = Math.max(upper.length, lower.length);
  if (spans.length === 0 || (spans.length === 1 && covered >= width && width > 1)) return null;
  const outside = lower.some(
    (_, column) => isFilled(lower, column) && isFilled(upper, column) && !spans.some((span) => isIn(span, column)),
  );
  if (outside || (spansOf === null && lower.filter(isKnownHeader).length < 2)) return null;
  const cells = Array.from({ length: width }, (_, column) => {
    const span = spans.find((one) => isIn(one, column));
    const above = upper[span?.from ?? column] ?? '';
    return [above, lower[column] ?? '']
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' ');
  });
  return { cells, from: at, dataFrom: at + 2 };
}

/** Without merged cells: an empty header behind a filled one, with something below, belongs to it. */
function blanksBehind(upper: Cells, lower: Cells): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < lower.length; from++) {
    if (!isFilled(upper, from) || !isFilled(lower, from)) continue;
    let to = from;
    while (to + 1 < lower.length && !isFilled(upper, to + 1) && isFilled(lower, to + 1)) to += 1;
    if (to > from) spans.push({ from, to });
  }
  return spans;
}

function countFilled(cells: Cells, from: number, to: number): number {
  return cells.slice(from, to + 1).filter((cell) => cell.trim() !== '').length;
}

function isFilled(cells: Cells, column: number): boolean {
  return (cells[column] ?? '').trim() !== '';
}

function isIn({ from, to }: Span, column: number): boolean {
  return column >= from && column <= to;
}
