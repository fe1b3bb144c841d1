import { not, ok } from '../../../plain/result.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { readHeaders } from './headers.ts';
import { firstRows, sampleOf, tableRows } from './rows.ts';
import { SAMPLE_ROWS, type OpenOptions, type Opened, type Sheet } from './table.ts';
import { readBook, readSharedStrings, type Book, type BookSheet } from './xlsx-book.ts';
import { noFacts, sheetRows, type SheetFacts } from './xlsx-rows.ts';
import { EndlessElementError } from './xml.ts';
import { BrokenZipError, isTooMuch, readZipDirectory, TooMuchUnpackedError, type ZipDirectory } from './zip.ts';

export async function openXlsx(path: string, size: number, options: OpenOptions): Opened {
  try {
    const directory = await readZipDirectory(path, size);
    const refusal = refusalOf(directory);
    if (refusal !== null) return not(refusal);
    return await openBook(await readBook(path, directory), size, options);
  } catch (error) {
    if (error instanceof TooMuchUnpackedError || error instanceof EndlessElementError)
      return not(saying('lists.reading.unpacksTooLarge'));
    if (error instanceof BrokenZipError) return not(saying('lists.reading.brokenXlsx'));
    throw error;
  }
}

async function openBook(book: Book, size: number, options: OpenOptions): Opened {
  const strings = await readSharedStrings(book);
  const seen: { readonly sheet: BookSheet; readonly facts: SheetFacts }[] = [];
  for (const sheet of book.sheets) seen.push({ sheet, facts: await factsOf(book, sheet, strings) });
  const wished = options.sheet === undefined || options.sheet === '' ? null : options.sheet;
  const chosen =
    wished === null
      ? (seen.find(({ sheet, facts }) => !sheet.isHidden && facts.rows > 1) ?? seen.find(({ facts }) => facts.rows > 0))
      : seen.find(({ sheet }) => sheet.name === wished);
  if (chosen === undefined) {
    return not(
      wished === null ? saying('lists.reading.empty') : saying('lists.reading.sheetMissing', { sheet: wished }),
    );
  }
  const { sheet, facts } = chosen;
  const first = await firstRows(sheetRows(book, sheet, strings), SAMPLE_ROWS + 30);
  const spansOf = (row: number) => facts.spans.get(first[row]?.line ?? 0) ?? [];
  const found = readHeaders(
    first.map(({ cells }) => cells),
    options.headerRow,
    spansOf,
  );
  if (!found.ok) return found;
  const { headers, notes, dataFrom } = found.value;
  const sheets = seen
    .filter((one) => !one.sheet.isHidden || one === chosen)
    .map((one): Sheet => ({ name: one.sheet.name, rows: one.facts.rows }));
  return ok({
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheets,
    sheet: sheet.name,
    headers,
    notes: [...sheetNotes(sheet, sheets, facts), ...notes],
    sample: sampleOf(first.slice(dataFrom), headers.length),
    rows: () => tableRows(freshRows(book, sheet), headers.length, dataFrom),
    size,
  });
}

/** Reads the texts again for each passage, so that an open table holds nothing large. */
async function* freshRows(book: Book, sheet: BookSheet) {
  yield* sheetRows(book, sheet, await readSharedStrings(book));
}

async function factsOf(book: Book, sheet: BookSheet, strings: readonly string[]): Promise<SheetFacts> {
  const facts = noFacts();
  const rows = sheetRows(book, sheet, strings, facts);
  while ((await rows.next()).done !== true);
  return facts;
}

function sheetNotes(sheet: BookSheet, sheets: readonly Sheet[], facts: SheetFacts): Saying[] {
  const notes: Saying[] = [];
  const filled = sheets.filter(({ rows }) => rows > 0).length;
  if (filled > 1) notes.push(saying('lists.reading.note.severalSheets', { count: filled, sheet: sheet.name }));
  if (facts.formulas > 0) notes.push(saying('lists.reading.note.formulas', { count: facts.formulas }));
  if (facts.lost > 0) notes.push(saying('lists.reading.note.lostResults', { count: facts.lost }));
  return notes;
}

function refusalOf(directory: ZipDirectory): Saying | null {
  if (directory.size === 0) return saying('lists.reading.brokenXlsx');
  if (directory.has('xl/workbook.bin')) return saying('lists.reading.wrong.binaryExcel');
  if (directory.has('word/document.xml')) return saying('lists.reading.wrong.document');
  if (directory.has('content.xml')) return saying('lists.reading.wrong.openDocument');
  const book = directory.get('xl/workbook.xml');
  if (book === undefined) return saying('lists.reading.wrong.packed');
  if (book.isEncrypted) return saying('lists.reading.wrong.protected');
  return isTooMuch(directory) ? saying('lists.reading.unpacksTooLarge') : null;
}
