import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersApart, nearestKeys, spellingsOf } from './near-names.ts';

test('two letters that changed places are one mistake', () => {
  expect(lettersApart('chemnitz', 'chemntiz', 3)).toBe(1);
  expect(lettersApart('bautzen', 'baucen', 3)).toBe(2);
  expect(lettersApart('bautzen', 'zwickau', 2)).toBe(3);
});

test('the number of mistakes is the same both ways and nothing for the same word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(lettersApart(a, b, 9)).toBe(lettersApart(b, a, 9));
      expect(lettersApart(a, a, 9)).toBe(0);
    }),
  );
});

test('only the nearest names are proposed, and none for short words', () => {
  const spellings = spellingsOf(['chemnitz', 'kamenz', 'ulm', 'hof']);
  expect(nearestKeys('Chemitz', spellings)).toEqual(['chemnitz']);
  expect(nearestKeys('Ulf', spellings)).toEqual([]);
  expect(nearestKeys('Hamburg', spellings)).toEqual([]);
});
