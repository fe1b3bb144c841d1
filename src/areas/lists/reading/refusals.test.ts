import { createRequire } from 'node:module';
import { truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileWith, refusal } from './fixtures/make-file.ts';
import { workbookWith, zipWith } from './fixtures/make-zip.ts';
import { openTable } from './open-table.ts';

const german: Record<string, string> = createRequire(import.meta.url)('./words/de.json');

test.each([
  ['an empty file', '', 'empty'],
  ['a file of blanks', ' \n \n', 'empty'],
  ['only separators', ';;;\n;;;\n', 'empty'],
  ['only headers', 'Name;Ort\n', 'onlyHeaders'],
  ['a PDF called list.csv', '%PDF-1.7\n…', 'wrong.pdf'],
  ['a web page called list.xls', '<html><table><tr><td>Name</td></tr></table></html>', 'wrong.html'],
  ['an XML of Excel 2003', '<?xml version="1.0"?><Workbook></Workbook>', 'wrong.xml'],
  ['a text in RTF', '{\\rtf1 Name}', 'wrong.document'],
  ['JSON without a list', '{"name": "A"}', 'noRows'],
  ['GeoJSON without features', '{"type":"FeatureCollection","features":[]}', 'noRows'],
  ['JSON that was cut', '[{"name": "A"}, {"name": "B', 'cutOff'],
])('%s is refused', async (_, content, reason) => {
  expect(await refusal(fileWith(content))).toBe(reason);
});

test.each([
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'wrong.oldExcel'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'wrong.image'],
  ['a packed file', Buffer.from('1f8b0800', 'hex'), 'wrong.packed'],
  ['bytes that are no text', Buffer.from('4e616d65000102000300', 'hex'), 'wrong.binary'],
  [
    'a file of LibreOffice',
    zipWith({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'wrong.openDocument',
  ],
  ['a file of Word', zipWith({ 'word/document.xml': '<x/>' }), 'wrong.document'],
  ['a binary Excel file', zipWith({ 'xl/workbook.bin': 'x' }), 'wrong.binaryExcel'],
  ['a packed folder', zipWith({ 'liste.csv': 'Name;Ort' }), 'wrong.packed'],
  ['an XLSX that was cut', workbookWith('<row r="1"><c r="A1"><v>1</v></c></row>').subarray(0, 300), 'brokenXlsx'],
  ['an XLSX without rows', workbookWith(''), 'empty'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusal(fileWith(bytes, 'utf-8', 'list.xlsx'))).toBe(reason);
});

test('an XLSX that says it unpacks to gigabytes is refused before unpacking', async () => {
  expect(await refusal(fileWith(workbookWith('<row r="1"><c r="A1"><v>1</v></c></row>', '', '', 3_000_000_000)))).toBe(
    'unpacksTooLarge',
  );
});

test('an XLSX that hides how much it unpacks to is stopped while it unpacks', async () => {
  const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(1000)}</t></is></c></row>`;
  expect(await refusal(fileWith(workbookWith(row.repeat(40_000), '', '', 5000)))).toBe('unpacksTooLarge');
});

test('an element without end is stopped', async () => {
  const noise = Array.from({ length: 4_000_000 }, (_, at) => ((at * 7919) % 90_017).toString(36)).join('');
  expect(await refusal(fileWith(workbookWith(`<row r="1">${noise}${noise}`)))).toBe('unpacksTooLarge');
});

test('a file beyond the limit is refused unread, with both numbers', async () => {
  const path = fileWith('Name;Ort\n');
  truncateSync(path, 300_000_000);
  const result = await openTable(path);
  expect(result).toEqual({
    ok: false,
    issue: { key: 'lists.reading.tooLarge', values: { megabytes: 300, limit: 200 } },
  });
});

test('what was chosen but is not there is said', async () => {
  const path = fileWith('Name;Ort\nA;B\n');
  expect(await refusal(path, { encoding: 'klingon' })).toBe('unknownEncoding');
  expect(await refusal(path, { separator: '::' })).toBe('badSeparator');
  expect(await refusal(path, { headerRow: 9 })).toBe('noSuchHeaderRow');
  expect(await refusal(fileWith(workbookWith('<row r="1"><c r="A1"><v>1</v></c></row>')), { sheet: 'Nirgends' })).toBe(
    'sheetMissing',
  );
});

test('every refusal says what to do', () => {
  for (const [key, sentence] of Object.entries(german)) {
    if (/wrong\.|empty|cutOff|tooLarge|brokenXlsx/.test(key) && !key.includes('reason'))
      expect(sentence).toMatch(/ffne|speichere|wähle|Frage|Teile|Hole|Kopiere|Entpacke/i);
  }
});
