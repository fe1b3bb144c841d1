import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { allRows, cellsOf, fileWith, opened, problemKeys } from './fixtures/make-file.ts';

const GERMAN =
  'Name;Ort;Straße\nTürkischer Elternverein;Mühlhausen;Große Gasse\nBrücke für Geflüchtete;Köln;Öhringer Straße\n';
const TURKISH =
  'Ad;Şehir;Açıklama\nKadınlar Derneği;İzmir;Çocuklar için Türkçe dersi\nGöçmenler Birliği;Muğla;Yaşlılar için görüşme\n';
const POLISH = 'Name;Ort\nKoło Kobiet „Łąka”;Łódź\nStowarzyszenie Rodziców Święto;Gdańsk\nKlub Młodzieży;Poznań\n';
const UKRAINIAN = 'Назва;Місто\nУкраїнський дім;Львів\nСпілка жінок;Київ\nШкола вихідного дня;Харків\n';
const ARABIC = 'الاسم;المدينة\nجمعية النساء;دمشق\nنادي الشباب العربي;حلب\nمدرسة اللغة العربية;بغداد\n';

test.each([
  ['utf-8', GERMAN],
  ['utf-8', ARABIC],
  ['utf-16le', GERMAN],
  ['utf-16be', GERMAN],
  ['windows-1252', GERMAN],
  ['macintosh', GERMAN],
  ['windows-1254', TURKISH],
  ['windows-1250', POLISH],
  ['windows-1251', UKRAINIAN],
  ['windows-1256', ARABIC],
])('%s is recognised by its bytes', async (encoding, text) => {
  const path = fileWith(text, encoding);
  const table = await opened(path);
  expect(table.encoding).toBe(encoding);
  expect(table.headers.map(({ original }) => original).join(';')).toBe(text.split('\n')[0]);
  expect((await cellsOf(path)).map((cells) => cells.join(';'))).toEqual(text.trim().split('\n').slice(1));
});

test.each(['utf-8', 'utf-16le', 'utf-16be'])(
  'a byte order mark of %s is no part of the first header',
  async (encoding) => {
    const table = await opened(fileWith(iconv.encode(GERMAN, encoding, { addBOM: true })));
    expect(table.encoding).toBe(encoding);
    expect(table.headers[0]?.name).toBe('Name');
  },
);

test('the first umlaut behind a megabyte of plain letters still tells the encoding', async () => {
  const plain = 'Verein;Ort\n'.repeat(120_000);
  const path = fileWith(`Name;Ort\n${plain}Türkischer Verein;Köln\n`, 'windows-1252');
  const table = await opened(path);
  expect(table.encoding).toBe('windows-1252');
  expect((await allRows(table)).at(-1)?.cells).toEqual(['Türkischer Verein', 'Köln']);
});

test('single broken bytes in the middle are a problem of their row only', async () => {
  const rows = [...Array.from({ length: 20 }, (_, at) => `Brücke ${at};Köln`), 'XX;Ort', 'Größe;Köln'].join('\n');
  const bytes = Buffer.from(`Name;Ort\n${rows}\n`);
  bytes.fill(0xe9, bytes.indexOf('XX'), bytes.indexOf('XX') + 1);
  const table = await opened(fileWith(bytes));
  expect(table.encoding).toBe('utf-8');
  const problems = problemKeys(await allRows(table));
  expect(problems.filter((key) => key !== null)).toEqual(['brokenCharacters']);
  expect(problems[20]).toBe('brokenCharacters');
});

test('the encoding can be chosen', async () => {
  const path = fileWith('Name\nGro\u00df\n', 'windows-1252');
  expect(await cellsOf(path, { encoding: 'windows-1251' })).toEqual([['GroЯ']]);
});
