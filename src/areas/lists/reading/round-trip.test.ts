import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, fileWith, names, opened } from './fixtures/make-file.ts';

const SIGNS: Readonly<Record<string, string>> = {
  'utf-8': 'aZ09 äß€ğıŁЖشع漢😀„"\'\n\r\t;,|=@-\\',
  'utf-16le': 'aZ09 äß€ğıŁЖشع漢😀„"\'\n\r\t;,|=@-\\',
  'utf-16be': 'aZ09 äß€ğıŁЖشع漢😀„"\'\n\r\t;,|=@-\\',
  'windows-1252': 'aZ09 äßéÜ€„"\'\n\r\t;,|=@-\\',
  'windows-1254': 'aZ09 äßğışİ"\'\n\t;,|-',
  'windows-1251': 'aZ09 ЖщЇі"\'\n\t;,|-',
};

const file = fc.constantFrom(...Object.keys(SIGNS)).chain((encoding) => {
  const signs = [...(SIGNS[encoding] ?? '')];
  const cell = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));
  return fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      encoding: fc.constant(encoding),
      separator: fc.constantFrom(';', ',', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      quoting: fc.constantFrom('always', 'needed'),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    }),
  );
});

function written(rows: readonly (readonly string[])[], separator: string, newline: string, quoting: string): string {
  const quote = (cell: string) =>
    quoting === 'always' || /["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quote).join(separator) + newline).join('');
}

test('any table written as CSV is read back equal, whatever the separator, encoding and quotes', async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ encoding, separator, newline, quoting, rows }) => {
      const width = rows[0]?.length ?? 0;
      const headers = Array.from({ length: width }, (_, at) => `Feld ${at + 1}`);
      const path = fileWith(written([headers, ...rows], separator, newline, quoting), encoding);
      const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
      // Numbers that are packed as formulas come back unpacked, on purpose.
      fc.pre(filled.length > 0 && !filled.flat().some((cell) => cell.startsWith('="')));
      expect(await cellsOf(path, { separator, encoding, headerRow: 1 })).toEqual(filled);
    }),
    { numRuns: 300 },
  );
});

const word = fc.constantFrom(
  'Verein',
  'Brücke',
  'Café',
  'Köln',
  'zwei Worte',
  'a, b und c',
  'x; y',
  'Zeile\nzwei',
  'sagt "ja"',
  '',
);

test('an ordinary list is read back equal with everything detected', async () => {
  const ordinary = fc.record({
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252'),
    separator: fc.constantFrom(';', ',', '\t', '|'),
    rows: fc.array(
      fc.tuple(
        fc.constantFrom('Türöffner', 'Größe', 'Übung'),
        word,
        word,
        fc.integer({ min: 10_000, max: 99_999 }).map(String),
      ),
      { minLength: 3, maxLength: 30 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(ordinary, async ({ encoding, separator, rows }) => {
      const path = fileWith(
        written([['Name', 'Ort', 'Beschreibung', 'PLZ'], ...rows], separator, '\r\n', 'always'),
        encoding,
      );
      const table = await opened(path);
      expect(table.separator).toBe(separator);
      expect(names(table)).toEqual(['Name', 'Ort', 'Beschreibung', 'PLZ']);
      expect(await cellsOf(path)).toEqual(rows);
    }),
    { numRuns: 150 },
  );
});
