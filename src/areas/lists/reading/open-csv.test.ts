import { expect, test } from 'vitest';
import { allRows, cellsOf, fileWith, names, noteKeys, opened, problemKeys } from './fixtures/make-file.ts';

const HEADERS = 'Name des Vereins;Straße;PLZ;Ort;Tel.\r\n';

test('a list that German Excel wrote is read with its umlauts and zeros', async () => {
  const path = fileWith(
    `${HEADERS}Frauenverein Nûjîn e. V.;Löwenplatz 3;09116;Groß Rhönau;0371 123456\r\n`,
    'windows-1252',
  );
  const table = await opened(path);
  expect(table).toMatchObject({ format: 'csv', encoding: 'windows-1252', separator: ';', sheet: null });
  expect(names(table)).toEqual(['Name des Vereins', 'Straße', 'PLZ', 'Ort', 'Tel.']);
  expect(await allRows(table)).toEqual([
    { number: 1, cells: ['Frauenverein Nûjîn e. V.', 'Löwenplatz 3', '09116', 'Groß Rhönau', '0371 123456'] },
  ]);
  expect(table.sample).toEqual([['Frauenverein Nûjîn e. V.', 'Löwenplatz 3', '09116', 'Groß Rhönau', '0371 123456']]);
});

test.each([
  [';', 'Name;Ort;Sprachen\nA;X;"Deutsch, Arabisch"\nB, C und D;Y;"Deutsch, Türkisch"\n'],
  [',', 'Name,Ort,Sprachen\nA,X,"Deutsch; Arabisch"\nB,Y,"Deutsch; Türkisch"\n'],
  ['\t', 'Name\tOrt\tSprachen\nA\tX\tDeutsch, Arabisch\nB\tY\tDeutsch, Türkisch\n'],
  ['|', 'Name|Ort|Sprachen\nA|X|Deutsch, Arabisch\nB|Y|Deutsch, Türkisch\n'],
])('the separator %j is found by the content', async (separator, text) => {
  const table = await opened(fileWith(text));
  expect(table.separator).toBe(separator);
  expect(names(table)).toEqual(['Name', 'Ort', 'Sprachen']);
});

test('the line that tells Excel the separator is no row', async () => {
  const table = await opened(fileWith('sep=,\r\nName,Text\r\nA,"x; y; z"\r\n'));
  expect(table.separator).toBe(',');
  expect(names(table)).toEqual(['Name', 'Text']);
  expect(await allRows(table)).toEqual([{ number: 1, cells: ['A', 'x; y; z'] }]);
});

test('commas inside sentences do not make columns', async () => {
  const table = await opened(fileWith('Beschreibung\nWir tanzen, singen und kochen\nWir lesen, schreiben und reden\n'));
  expect(names(table)).toEqual(['Beschreibung']);
  expect(table.sample).toEqual([['Wir tanzen, singen und kochen'], ['Wir lesen, schreiben und reden']]);
});

test('titles above the headers are passed over and told', async () => {
  const table = await opened(
    fileWith('Vereine im Landkreis;;;\nStand: März 2026;;;\n;;;\nName;PLZ;Ort;Telefon\nA;09116;X;0371 1\n'),
  );
  expect(names(table)).toEqual(['Name', 'PLZ', 'Ort', 'Telefon']);
  expect(noteKeys(table)).toEqual(['titles']);
  expect(table.sample).toEqual([['A', '09116', 'X', '0371 1']]);
});

test('a file without headers loses no row', async () => {
  const table = await opened(fileWith('A e. V.;09116;a@a.example\nB e. V.;09117;b@b.example\n'));
  expect(names(table)).toEqual(['Spalte 1', 'Spalte 2', 'Spalte 3']);
  expect(noteKeys(table)).toEqual(['noHeaders']);
  expect(table.sample).toHaveLength(2);
});

test('the row of headers can be chosen', async () => {
  const path = fileWith('x;y\nName;Ort\nA;B\n');
  expect(names(await opened(path, { headerRow: 1 }))).toEqual(['x', 'y']);
  expect(names(await opened(path, { headerRow: 0 }))).toEqual(['Spalte 1', 'Spalte 2']);
  expect(await cellsOf(path, { headerRow: 2 })).toEqual([['A', 'B']]);
});

test('missing and doubled headers get names, and it is told', async () => {
  const table = await opened(fileWith('Name;Telefon;;Telefon;\nA;1;2;3;4\nB;1;2;3;4\n'));
  expect(names(table)).toEqual(['Name', 'Telefon', 'Spalte 3', 'Telefon (2)', 'Spalte 5']);
  expect(table.headers[3]?.original).toBe('Telefon');
  expect(noteKeys(table)).toEqual(['missingHeaders', 'doubledHeaders']);
});

test('a last column without header is kept when the rows fill it', async () => {
  expect(names(await opened(fileWith('Name;Ort\nA;X;1\nB;Y;2\n')))).toEqual(['Name', 'Ort', 'Spalte 3']);
});

test('two rows of headers are read as one', async () => {
  const table = await opened(fileWith('Name;Kontakt;;Ort\n;Telefon;E-Mail;\nA;0371 1;a@a.example;X\n'));
  expect(names(table)).toEqual(['Name', 'Kontakt Telefon', 'Kontakt E-Mail', 'Ort']);
  expect(table.sample).toEqual([['A', '0371 1', 'a@a.example', 'X']]);
});

test('a row with too many cells says how many, and nothing of it is lost', async () => {
  const rows = await allRows(await opened(fileWith('Name;Ort\nA;X\nB;Y;zu;viel\nC;Z\nD;X;;\n')));
  expect(problemKeys(rows)).toEqual([null, 'tooManyCells', null, null]);
  expect(rows[1]?.problem?.values).toEqual({ row: 2, line: 3, cells: 4, headers: 2 });
  expect(rows[1]?.cells).toEqual(['B', 'Y', 'zu', 'viel']);
  expect(rows[3]?.cells).toEqual(['D', 'X']);
});

test('short rows are filled, blank lines are no rows', async () => {
  expect(await cellsOf(fileWith('Name;Ort;PLZ\n\nA\n;;\n  \nB;X;09116\n'))).toEqual([
    ['A', '', ''],
    ['B', 'X', '09116'],
  ]);
});

test('a cell may hold line breaks and quotes', async () => {
  expect(await cellsOf(fileWith('Name;Text\r\nA;"eins\r\nzwei ""drei"""\r\nB;x\r\n'))).toEqual([
    ['A', 'eins\r\nzwei "drei"'],
    ['B', 'x'],
  ]);
});

test('a forgotten quote costs one row, not the rest of the file', async () => {
  const rows = await allRows(await opened(fileWith('Name;Ort\n"Verein A;X\nVerein B;Y\n"Verein C";Z\nVerein D;W\n')));
  expect(problemKeys(rows)).toEqual(['brokenQuotes', null, null, null]);
  expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
    ['Verein B', 'Y'],
    ['Verein C', 'Z'],
    ['Verein D', 'W'],
  ]);
});

test('a quote that is never closed does not swallow a long file', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => `Verein ${at};Ort ${at}`).join('\n');
  const rows = await allRows(await opened(fileWith(`Name;Ort\n"Offen;X\n${many}\n`)));
  expect(rows).toHaveLength(1001);
  expect(problemKeys(rows).filter((key) => key !== null)).toEqual(['brokenQuotes']);
});

test('quotes that somebody forgot to double are read as they are meant', async () => {
  const rows = await allRows(await opened(fileWith('Name;Ort\n"Verein "Hand in Hand" e. V.";X\nVerein "Brücke";Y\n')));
  expect(rows).toEqual([
    { number: 1, cells: ['Verein "Hand in Hand" e. V.', 'X'] },
    { number: 2, cells: ['Verein "Brücke"', 'Y'] },
  ]);
});

test('an old Mac ends its lines otherwise', async () => {
  expect(await cellsOf(fileWith('Name;Ort\rA;X\rB;Y\r'))).toEqual([
    ['A', 'X'],
    ['B', 'Y'],
  ]);
});

test('zeros that were saved from Excel by a formula are kept', async () => {
  expect(await cellsOf(fileWith('Name;PLZ\nA;="09116"\n'))).toEqual([['A', '09116']]);
});

test('rows come in batches and can be read again', async () => {
  const text = `Name;Nr\n${Array.from({ length: 1203 }, (_, at) => `Verein ${at};${at}`).join('\n')}\n`;
  const table = await opened(fileWith(text));
  const sizes: number[] = [];
  for await (const batch of table.rows()) sizes.push(batch.length);
  expect(sizes).toEqual([500, 500, 203]);
  expect(table.sample).toHaveLength(50);
  expect((await allRows(table)).at(-1)).toEqual({ number: 1203, cells: ['Verein 1202', '1202'] });
});
