import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutVocabulary, idOf, newVocabulary, pairedId, sizeOf, textOf } from './vocabulary.ts';

/** Few letters, so that the same texts come again; narrow, wide, and one that a careless packing takes for nothing. */
const text = fc.string({ unit: fc.constantFrom('a', 'ß', 'ж', 'ن', '\0', '€'), maxLength: 9 });

test.each([[true], [false]])('a text has one number of its own, whether spelled out or not (%s)', (isSpelled) => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), fc.nat(), fc.array(text, { maxLength: 60 }), (first, cut, then) => {
      const vocabulary = newVocabulary(isSpelled);
      const known: string[] = [];
      const look = (one: string): void => {
        if (!known.includes(one)) known.push(one);
        expect(idOf(vocabulary, one)).toBe(known.indexOf(one));
      };
      first.forEach(look);
      known.length = cut % (known.length + 1);
      cutVocabulary(vocabulary, known.length);
      [...then, ...first].forEach(look);
      expect(sizeOf(vocabulary)).toBe(known.length);
      if (isSpelled) expect(known.map((_, id) => textOf(vocabulary, id))).toEqual(known);
    }),
    { numRuns: 60 },
  );
});

test('two numbers have one number of their own, in this order', () => {
  const vocabulary = newVocabulary();
  const ids = [pairedId(vocabulary, 1, 2), pairedId(vocabulary, 2, 1), pairedId(vocabulary, 1, 2)];
  expect(ids).toEqual([0, 1, 0]);
});
