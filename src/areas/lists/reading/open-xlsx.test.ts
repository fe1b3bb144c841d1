import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { allRows, cellsOf, fileWith, names, noteKeys, opened, pathFor } from './fixtures/make-file.ts';
import { workbookWith, zipWith } from './fixtures/make-zip.ts';

type Value = string | number | boolean | Date | null;

async function sheetFile(rows: readonly (readonly Value[])[], more?: readonly (readonly Value[])[]): Promise<string> {
  const path = pathFor('list.xlsx');
  const sheet = (data: readonly (readonly Value[])[], name: string) => ({
    sheet: name,
    data: data.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, format: 'dd.mm.yyyy hh:mm' } : value === null ? null : { value },
      ),
    ),
  });
  await writeExcelFile(
    more === undefined ? [sheet(rows, 'Vereine')] : [sheet(rows, 'Deckblatt'), sheet(more, 'Vereine')],
  ).toFile(path);
  return path;
}

test('days, numbers and answers become texts as people write them', async () => {
  const path = await sheetFile([
    ['Name', 'PLZ', 'Stand', 'Wert', 'Offen', 'Sitzung'],
    ['Brücke <&> "Ö"', 9116, new Date(Date.UTC(2026, 2, 31)), 0.1 + 0.2, true, new Date(Date.UTC(2026, 2, 31, 14, 30))],
    ['زهرة', '09116', null, 1e6, false, null],
  ]);
  const table = await opened(path);
  expect(table).toMatchObject({
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheet: 'Vereine',
    sheets: [{ name: 'Vereine', rows: 3 }],
  });
  expect((await allRows(table)).map(({ cells }) => cells)).toEqual([
    ['Brücke <&> "Ö"', '9116', '2026-03-31', '0.3', 'true', '2026-03-31 14:30'],
    ['زهرة', '09116', '', '1000000', 'false', ''],
  ]);
});

test('our reader and the library agree on every cell', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => [
    `Verein ${at} „Ä&ß“`,
    at * 1.5,
    at % 2 === 0,
    at % 3 === 0 ? null : `Zeile\n${at}`,
    new Date(Date.UTC(2020, 0, at + 1)),
  ]);
  const path = await sheetFile([['Name', 'Zahl', 'Ja', 'Text', 'Tag'], ...rows]);
  const [sheet] = await readExcelFile(path, { trim: false });
  const expected = sheet?.data
    .slice(1)
    .map((row) =>
      row.map((value: unknown) =>
        value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? '' : String(value),
      ),
    );
  expect(await cellsOf(path)).toEqual(expected);
});

test('the first sheet with rows is read, another can be chosen', async () => {
  const path = await sheetFile(
    [['Vereine im Landkreis']],
    [
      ['Name', 'Ort'],
      ['A', 'X'],
    ],
  );
  const table = await opened(path);
  expect(table.sheet).toBe('Vereine');
  expect(table.sheets).toEqual([
    { name: 'Deckblatt', rows: 1 },
    { name: 'Vereine', rows: 2 },
  ]);
  expect(noteKeys(table)).toContain('severalSheets');
  expect((await opened(path, { sheet: 'Deckblatt', headerRow: 0 })).sample).toEqual([['Vereine im Landkreis']]);
});

test('headers are found below titles, empty columns stay in their place', async () => {
  const table = await opened(
    await sheetFile([
      ['Vereine', null, null, null],
      [null],
      ['Stand: März', null, null, null],
      ['Name', null, 'PLZ', 'Ort'],
      ['A', null, '09116', 'X'],
      [null],
      ['B', 'x', '09117', 'Y'],
    ]),
  );
  expect(names(table)).toEqual(['Name', 'Spalte 2', 'PLZ', 'Ort']);
  expect(noteKeys(table)).toEqual(['titles', 'missingHeaders']);
  expect(table.sample).toEqual([
    ['A', '', '09116', 'X'],
    ['B', 'x', '09117', 'Y'],
  ]);
});

test('merged headers are read with what stands below them', async () => {
  const path = pathFor('merged.xlsx');
  await writeExcelFile([
    {
      sheet: 'Liste',
      data: [
        [
          { value: 'Name', rowSpan: 2 },
          { value: 'Kontakt', columnSpan: 2 },
          null,
          { value: 'Büro', columnSpan: 2 },
          null,
        ],
        [null, { value: 'Tel.' }, { value: 'Mail' }, { value: 'Haus' }, { value: 'Etage' }],
        [{ value: 'A' }, { value: '0371 1' }, { value: 'a@a.example' }, { value: 'X' }, { value: 2 }],
      ],
    },
  ]).toFile(path);
  const table = await opened(path);
  expect(names(table)).toEqual(['Name', 'Kontakt Tel.', 'Kontakt Mail', 'Büro Haus', 'Büro Etage']);
  expect(table.sample).toEqual([['A', '0371 1', 'a@a.example', 'X', '2']]);
});

test('of formulas the stored result is read; where it is missing, the cell is empty and it is told', async () => {
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Ort</t></is></c></row>' +
    '<row r="2"><c r="A2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><f>NOW()</f></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"/></row>' +
    '<row r="4"><c r="A4" t="inlineStr"><is><t>C</t></is></c><c r="B4"><f>NOW()</f><v></v></c></row>';
  const table = await opened(fileWith(workbookWith(rows)));
  expect(table.sample).toEqual([
    ['AB', '2'],
    ['C', ''],
  ]);
  expect(table.notes).toEqual([
    { key: 'lists.reading.note.formulas', values: { count: 5 } },
    { key: 'lists.reading.note.lostResults', values: { count: 3 } },
  ]);
});

test('shared texts, rich texts, prefixes and missing addresses are understood', async () => {
  const bytes = zipWith({
    'xl/workbook.xml':
      '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A &amp; B" r:id="rId7"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Target="/xl/worksheets/eins.xml" Id="rId7"/></Relationships>',
    'xl/styles.xml':
      '<x:styleSheet><x:numFmts><x:numFmt numFmtId="164" formatCode="[$-407]d\\.\\ mmmm\\ yyyy"/><x:numFmt numFmtId="165" formatCode="0.00\\ &quot;Tage&quot;"/></x:numFmts>' +
      '<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"/><x:xf numFmtId="165"/></x:cellXfs></x:styleSheet>',
    'xl/sharedStrings.xml':
      '<x:sst><x:si><x:t>Name</x:t></x:si><x:si><x:r><x:t xml:space="preserve">Fett </x:t></x:r><x:r><x:t>&amp; schräg</x:t></x:r></x:si><x:si><x:t>a_x000D_\nb</x:t></x:si></x:sst>',
    'xl/worksheets/eins.xml':
      '<x:worksheet><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>Stand</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Dauer</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c s="1"><x:v>44650</x:v></x:c><x:c s="2"><x:v>2.50</x:v></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>2</x:v></x:c><x:c s="1"><x:v>0.75</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });
  const table = await opened(fileWith(bytes));
  expect(table.sheet).toBe('A & B');
  expect(table.sample).toEqual([
    ['Fett & schräg', '2026-03-31', '2.5'],
    ['a\nb', '18:00', ''],
  ]);
});
