import { BrokenZipError, unpackedBytes, type ZipDirectory } from './zip.ts';
import { attribute, elementsNamed, unescaped } from './xml.ts';

export interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What cells of all sheets refer to. */
export interface Book {
  readonly path: string;
  readonly directory: ZipDirectory;
  readonly sheets: readonly BookSheet[];
  readonly countsFrom1904: boolean;
  /** Numbers of cell formats that show days or times. */
  readonly dayFormats: ReadonlySet<number>;
}

const BOOK = 'xl/workbook.xml';

export async function readBook(path: string, directory: ZipDirectory): Promise<Book> {
  const parts = await relations(path, directory);
  const sheets: BookSheet[] = [];
  for await (const { attributes } of elements(path, directory, BOOK, 'sheet')) {
    const part = parts.get(attribute(attributes, 'id') ?? '');
    const name = attribute(attributes, 'name');
    if (part === undefined || name === null || !directory.has(part)) continue;
    sheets.push({ name, part, isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' });
  }
  let countsFrom1904 = false;
  for await (const { attributes } of elements(path, directory, BOOK, 'workbookPr')) {
    const value = attribute(attributes, 'date1904');
    countsFrom1904 = value === '1' || value === 'true';
  }
  return { path, directory, sheets, countsFrom1904, dayFormats: await readDayFormats(path, directory) };
}

/** All texts of the workbook; the one part of an XLSX that has to be held. */
export async function readSharedStrings({ path, directory }: Book): Promise<string[]> {
  const strings: string[] = [];
  for await (const { content } of elements(path, directory, 'xl/sharedStrings.xml', 'si'))
    strings.push(richText(content));
  return strings;
}

/** The text of runs, without the reading aids of East Asian scripts. */
export function richText(content: string): string {
  const text = content.includes('rPh') ? content.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : content;
  let joined = '';
  for (const [, run = ''] of text.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) joined += run;
  return excelText(unescaped(joined));
}

/** `_x000D_` is how Excel writes signs that XML does not allow. */
export function excelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

async function relations(path: string, directory: ZipDirectory): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const { attributes } of elements(path, directory, 'xl/_rels/workbook.xml.rels', 'Relationship')) {
    const id = attribute(attributes, 'Id');
    const target = attribute(attributes, 'Target');
    if (id === null || target === null) continue;
    parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  if (parts.size === 0) throw new BrokenZipError();
  return parts;
}

/** Built-in formats with days or times (ECMA-376 part 1, 18.8.30), with the East Asian ones. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, ...range(27, 36), ...range(50, 58)]);

async function readDayFormats(path: string, directory: ZipDirectory): Promise<Set<number>> {
  const codes = new Set(BUILT_IN);
  for await (const { attributes } of elements(path, directory, 'xl/styles.xml', 'numFmt')) {
    const code = attribute(attributes, 'formatCode') ?? '';
    const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
    if (/[dyhs]|m/i.test(bare) && !/general|standard/i.test(bare)) codes.add(Number(attribute(attributes, 'numFmtId')));
  }
  const formats = new Set<number>();
  for await (const { content } of elements(path, directory, 'xl/styles.xml', 'cellXfs')) {
    for (const [at, [, attributes = '']] of [...content.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].entries()) {
      if (codes.has(Number(attribute(attributes, 'numFmtId') ?? 0))) formats.add(at);
    }
  }
  return formats;
}

async function* elements(path: string, directory: ZipDirectory, part: string, name: string) {
  const entry = directory.get(part);
  if (entry !== undefined) yield* elementsNamed(name, unpackedBytes(path, entry));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
