import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidy } from './text.ts';

test('what browsers send is tidied: line ends, blanks, signs that nobody sees', () => {
  expect(tidy(' Montag \r\n\u200B  bis\u00A0\t Freitag\0 ')).toBe('Montag\nbis Freitag');
});

test('whatever is typed, a database takes what is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const text = tidy(`${typed}\uD800${typed}\0`);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\0\r]/);
    }),
  );
});
