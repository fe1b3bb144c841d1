import { not, ok } from '../../../plain/result.ts';
import { saying } from '../../../plain/words.ts';
import { cellsOf } from './csv-cells.ts';
import { recordSplitter, type CsvRecord } from './csv-records.ts';
import { decodedChunks } from './decode.ts';
import { readHeaders } from './headers.ts';
import { firstRows, sampleOf, tableRows, type RawRow } from './rows.ts';
import { detectSeparator, newlineOf } from './separator.ts';
import { SAMPLE_ROWS, type Opened, type OpenOptions } from './table.ts';
import type { TextFile } from './text-file.ts';

/** Rows that are looked at to find the headers. */
const LOOK_AHEAD = SAMPLE_ROWS + 30;

export async function openCsv(file: TextFile, options: OpenOptions): Opened {
  const detected = detectSeparator(file.head);
  const separator = options.separator === undefined || options.separator === '' ? detected.sign : options.separator;
  if (separator.length !== 1 || separator === '"') return not(saying('lists.reading.badSeparator', { separator }));
  const newline = newlineOf(file.head);
  const source = () => rawRows(file, separator, newline, detected.declaration);
  const first = await firstRows(source(), LOOK_AHEAD);
  const found = readHeaders(
    first.map(({ cells }) => cells),
    options.headerRow,
    null,
  );
  if (!found.ok) return found;
  const { headers, notes, dataFrom } = found.value;
  return ok({
    format: 'csv',
    encoding: file.encoding,
    separator,
    sheets: [],
    sheet: null,
    headers,
    notes,
    sample: sampleOf(first.slice(dataFrom), headers.length),
    rows: () => tableRows(source(), headers.length, dataFrom),
    size: file.size,
  });
}

async function* rawRows(
  file: TextFile,
  separator: string,
  newline: '\n' | '\r',
  declaration: number,
): AsyncGenerator<readonly RawRow[]> {
  const splitter = recordSplitter(separator, newline);
  const shift = declaration > 0 ? 1 : 0;
  let skip = declaration;
  for await (const chunk of decodedChunks(file.path, file.encoding)) {
    const text = skip > 0 ? chunk.slice(skip) : chunk;
    skip = Math.max(0, skip - chunk.length);
    yield raw(splitter.push(text), separator, shift);
  }
  yield raw(splitter.end(), separator, shift);
}

function raw(records: readonly CsvRecord[], separator: string, shift: number): RawRow[] {
  const filled = records.filter(({ text }) => text !== '');
  const cells = cellsOf(filled, separator);
  return filled.map(({ line, quotes }, at) => {
    const row = { line: line + shift, cells: (cells[at] ?? []).map(plainText) };
    if (quotes === 'unclosed') return { ...row, broken: 'quotes' };
    return quotes === 'stray' ? { ...row, broken: 'stray' } : row;
  });
}

/** `="09116"` is how programs keep Excel from eating a zero. */
function plainText(cell: string): string {
  return cell.startsWith('="') && /^="[\d +()/.-]+"$/.test(cell) ? cell.slice(2, -1) : cell;
}
