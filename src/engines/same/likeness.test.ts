import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, jaroWinkler, wordLikeness } from './likeness.ts';

const letters = (word: string): Int32Array => Int32Array.from(word, (letter) => letter.charCodeAt(0));
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

test('the values of the papers come out', () => {
  expect(jaroWinkler(letters('martha'), letters('marhta'))).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler(letters('dwayne'), letters('duane'))).toBeCloseTo(0.84, 4);
  expect(jaroWinkler(letters('dixon'), letters('dicksonx'))).toBeCloseTo(0.8133, 4);
  expect(distance(letters('verien'), letters('verein'), 3)).toBe(1);
  expect(distance(letters('kitten'), letters('sitting'), 3)).toBe(3);
  expect(distance(letters('kitten'), letters('sitting'), 2)).toBe(3);
});

test('likeness is the same from both sides and full for the same word', () => {
  fc.assert(
    fc.property(word, word, (one, two) => {
      const [a, b] = [letters(one), letters(two)];
      expect(distance(a, b, 9)).toBe(distance(b, a, 9));
      expect(distance(a, a, 9)).toBe(0);
      expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinkler(b, a), 12);
      expect(wordLikeness(a, b)).toBe(wordLikeness(b, a));
      if (one !== '') expect(jaroWinkler(a, a)).toBe(1);
    }),
  );
});

test('a word is known by its shortened form, a number only by itself', () => {
  expect(wordLikeness(letters('umg'), letters('umgebung'))).toBeGreaterThan(0.5);
  expect(wordLikeness(letters('mfg'), letters('manufacturing'))).toBeGreaterThan(0.5);
  expect(wordLikeness(letters('kita12'), letters('kita13'))).toBe(0);
  expect(wordLikeness(letters('amsel'), letters('linde'))).toBe(0);
});
