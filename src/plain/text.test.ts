import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidy } from './text.ts';

test('what browsers send is tidied: line ends, blanks, signs that nobody sees', () => {
  expect(tidy(' Montag \r\n\u200B  bis\u00A0\t Freitag\0 ')).toBe('Montag\nbis Freitag');
});

test('no sign that turns the direction is left, those that say to which side a sign belongs are', () => {
  expect(tidy('Ja\u202E nieN\u202C zu \u2067Krieg\u2069')).toBe('Ja nieN zu Krieg');
  expect(tidy('سعر 5\u200F%')).toBe('سعر 5\u200F%');
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
