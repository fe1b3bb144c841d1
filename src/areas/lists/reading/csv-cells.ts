import { parse } from 'csv-parse/sync';
import type { CsvRecord } from './csv-records.ts';

/** The cells of many records at once; records with broken quotes are read leniently. */
export function cellsOf(records: readonly CsvRecord[], separator: string): readonly (readonly string[])[] {
  const regular = records.filter(({ quotes }) => quotes === 'none' || quotes === 'fine');
  const parsed = parseRegular(regular, separator);
  if (parsed === null) return records.map(({ text }) => splitCells(text, separator));
  let next = 0;
  return records.map((record) => {
    if (record.quotes === 'stray' || record.quotes === 'unclosed') return splitCells(record.text, separator);
    const cells = parsed[next] ?? [];
    next += 1;
    return cells;
  });
}

function parseRegular(records: readonly CsvRecord[], separator: string): readonly (readonly string[])[] | null {
  try {
    const parsed = parse(records.map(({ text }) => text).join('\n'), {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    });
    return parsed.length === records.length ? parsed : null;
  } catch {
    // One odd record must not cost its neighbours: the lenient reader takes them all.
    return null;
  }
}

/** Cells of one record, taking quotes that stand inside a quoted cell as part of its text. */
export function splitCells(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, separator, at + 1) : plainCell(text, separator, at);
    cells.push(cell.value);
    at = cell.end + 1;
  }
  return cells;
}

function plainCell(text: string, separator: string, from: number): { value: string; end: number } {
  const next = text.indexOf(separator, from);
  const end = next < 0 ? text.length : next;
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, separator: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainCell(text, separator, from);
    const next = text.charAt(quote + 1);
    value += text.slice(at, quote);
    if (next === '' || next === separator) return { value, end: quote + 1 };
    value += '"';
    at = next === '"' ? quote + 2 : quote + 1;
  }
}
