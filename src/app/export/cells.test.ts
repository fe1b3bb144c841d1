import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, guard } from './cells.ts';

test('a cell that a spreadsheet would take for a formula begins with an apostrophe', () => {
  for (const cell of ['=1+1', '@SUM(A1)', '-2+3', '+1+cmd', '\tx', '\rx', '＝1']) expect(guard(cell)).toBe(`'${cell}`);
});

test('a telephone number stays as it is', () => {
  expect(guard('+493711234567')).toBe('+493711234567');
});

test('no cell but a telephone number begins like a formula, and nothing else is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const cell = guard(text);
      expect(/^[=+\-@\t\r]/.test(cell)).toBe(/^\+\d+$/.test(cell));
      expect([text, `'${text}`]).toContain(cell);
    }),
  );
});

test('quotes, semicolons and line breaks stay inside their cell', () => {
  expect(csvLine(['a;b', 'say "x"', 'one\ntwo', 'plain'])).toBe('"a;b";"say ""x""";"one\ntwo";plain\r\n');
});
