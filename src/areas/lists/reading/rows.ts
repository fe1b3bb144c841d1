import { saying, type Saying } from '../../../plain/words.ts';
import { REPLACEMENT } from './decode.ts';
import { BATCH_ROWS, SAMPLE_ROWS, type TableRow } from './table.ts';

/** A row before it is held against the headers. */
export interface RawRow {
  /** Where it begins in the file (or sheet), from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** `stray`: read leniently, believed if the number of cells is right. */
  readonly broken?: 'quotes' | 'stray' | 'element';
}

export type RawRows = AsyncIterable<readonly RawRow[]>;

/** Rows of data: blank ones left out, short ones filled, the others checked. */
export async function* tableRows(source: RawRows, width: number, skip: number): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  let left = skip;
  let number = 0;
  for await (const rows of source) {
    for (const row of rows) {
      if (isBlank(row.cells) && row.broken === undefined) continue;
      if (left > 0) {
        left -= 1;
        continue;
      }
      number += 1;
      batch.push(tableRow(row, number, width));
      if (batch.length === BATCH_ROWS) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

/** The first rows that are not blank. */
export async function firstRows(source: RawRows, count: number): Promise<RawRow[]> {
  const first: RawRow[] = [];
  for await (const rows of source) {
    for (const row of rows) if (!isBlank(row.cells)) first.push(row);
    if (first.length >= count) break;
  }
  return first.slice(0, count);
}

/** The sample, with the same rows that `tableRows` will give. */
export function sampleOf(rows: readonly RawRow[], width: number): string[][] {
  return rows.slice(0, SAMPLE_ROWS).map((row) => [...tableRow(row, 0, width).cells.slice(0, width)]);
}

function tableRow(row: RawRow, number: number, width: number): TableRow {
  const cells = fitted(row.cells, width);
  const problem = problemOf(row, cells, number, width);
  return problem === null ? { number, cells } : { number, cells, problem };
}

function fitted(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  if (cells.length < width) return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : cells;
}

function problemOf(row: RawRow, cells: readonly string[], number: number, width: number): Saying | null {
  const where = { row: number, line: row.line };
  if (row.broken === 'element') return saying('lists.reading.brokenElement', where);
  if (row.broken === 'quotes') return saying('lists.reading.brokenQuotes', where);
  if (row.broken === 'stray' && row.cells.length !== width) return saying('lists.reading.brokenQuotes', where);
  if (cells.length > width)
    return saying('lists.reading.tooManyCells', { ...where, cells: cells.length, headers: width });
  if (cells.some((cell) => cell.includes(REPLACEMENT))) return saying('lists.reading.brokenCharacters', where);
  return null;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
