import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsBetween, type Stretch } from './words-between.ts';

const without = (mark: Stretch['mark'], stretches: readonly Stretch[]): string =>
  stretches.flatMap((one) => (one.mark === mark ? [] : [one.text])).join('');

const anyWords = fc
  .array(fc.constantFrom('zwei', 'Abende', 'im', 'Jahr', 'kadınlar', 'نساء', 'діти', ' ', '\n', ', ', '. ', '–'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(' '));

test('without what came it is the earlier text, without what went the later one', () => {
  fc.assert(
    fc.property(fc.oneof(anyWords, fc.string({ unit: 'binary' })), fc.oneof(anyWords, fc.string()), (a, b) => {
      const stretches = wordsBetween(a, b);
      expect(without('ins', stretches)).toBe(a);
      expect(without('del', stretches)).toBe(b);
      for (const [at, { mark, text }] of stretches.entries()) {
        expect(text).not.toBe('');
        expect(stretches[at + 1]?.mark).not.toBe(mark);
      }
    }),
  );
});

test('only the words that differ are marked', () => {
  expect(wordsBetween('Zwölf Abende im Jahr.', 'Zwölf Abende im Jahr, auch am Sonntag.')).toEqual([
    { mark: 'same', text: 'Zwölf Abende im Jahr' },
    { mark: 'ins', text: ', auch am Sonntag' },
    { mark: 'same', text: '.' },
  ]);
  expect(wordsBetween('drei alte Frauen', 'zwei neue Frauen')).toEqual([
    { mark: 'del', text: 'drei alte' },
    { mark: 'ins', text: 'zwei neue' },
    { mark: 'same', text: ' Frauen' },
  ]);
  expect(wordsBetween('gleich', 'gleich')).toEqual([{ mark: 'same', text: 'gleich' }]);
  expect(wordsBetween('', '')).toEqual([]);
});

test('two long texts that share nothing take no time', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
  const began = performance.now();
  const stretches = wordsBetween(long('a'), long('b'));
  expect(performance.now() - began).toBeLessThan(500);
  expect(without('ins', stretches)).toBe(long('a'));
});
