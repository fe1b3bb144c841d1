import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BrokenCsvError, openCsv } from './csv.ts';

const written = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

test('what was written is read, whatever stands in the cells', () => {
  const cell = fc.string().map((text) => text.replaceAll('\uFEFF', '').trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
      const table = openCsv(written([['One', 'two'], ...rows]));
      expect(table.columns).toEqual(['one', 'two']);
      expect([...table.rows((at) => [at('one'), at('two')])]).toEqual(rows);
    }),
  );
});

test('with and without quotes a table reads the same; a column that is not there is empty', () => {
  const plain = '\uFEFFid,vote\r\n7,1\r\n\r\n8,-1\r\n';
  const read = (text: string) => [...openCsv(text).rows((at, line) => [line, at('vote'), at('id'), at('other')])];
  expect(read(plain)).toEqual([
    [2, '1', '7', ''],
    [4, '-1', '8', ''],
  ]);
  expect(read(plain.replace('7', '"7"'))).toEqual(read(plain));
});

test('lines are counted as a spreadsheet does: empty ones too, and a row with two in a cell once', () => {
  const lines = (text: string) => [...openCsv(text).rows((_, line) => line)];
  expect(lines('id\n\n7\n\n8')).toEqual([3, 5]);
  expect(lines('id\n\n"7\n7"\n\n8')).toEqual([3, 5]);
});

test.each(['id\n7\n"8', 'id\n7\n8"9\n10', 'id\n7\n"8"9'])(
  'quotes that do not match are said with their line: %j',
  (text) => {
    expect(() => openCsv(text)).toThrow(BrokenCsvError);
    expect(() => openCsv(text)).toThrow(expect.objectContaining({ line: 3 }));
  },
);
