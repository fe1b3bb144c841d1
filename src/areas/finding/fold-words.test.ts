import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, wordsIn } from './fold-words.ts';
import { termsOf } from './terms.ts';

test.each([
  ['Müller', 'Mueller'],
  ['Müller', 'Muller'],
  ['Mueller', 'Muller'],
  ['Straße', 'Strasse'],
  ['Türk', 'Turk'],
  ['Nûjîn', 'Nujin'],
  ['İstanbul', 'istanbul'],
  ['جمعية', 'جمعيه'],
  ['أحمد', 'احمد'],
  ['إدارة', 'اداره'],
  ['مقهى', 'مقهي'],
  ['نساء', 'نسا'],
  ['العَرَبِيَّة', 'عربية'],
  ['للنساء', 'نساء'],
  ['والأطفال', 'أطفال'],
  ['مــرحبا', 'مرحبا'],
  ['کتاب', 'كتاب'],
  ['٠٩١١١', '09111'],
  ['здоров’я', 'здоровя'],
  ["сім'ї", 'сімʼї'],
  ['Київ', 'Київ'],
])('"%s" and "%s" meet in a term', (a, b) => {
  expect(new Set(termsOf(a)).intersection(new Set(termsOf(b))).size).toBeGreaterThan(0);
});

test('what is another word stays another word', () => {
  expect(termsOf('Bauer')).not.toContain('baur');
  expect(termsOf('Quelle')).not.toContain('qulle');
  expect(termsOf('київ')).not.toEqual(termsOf('кіт'));
});

test('folding twice is folding once, and both foldings have as many words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const { folded, plain } = foldWords(text);
      expect(foldWords(folded).folded).toBe(folded);
      expect(plain.split(' ')).toHaveLength(folded.split(' ').length);
    }),
    // Words of nothing but signs that are folded away.
    { examples: [['ﳲ 0'], ['ء ب']] },
  );
});

test('the words of a text are found as they are written', () => {
  expect(wordsIn('Сім’ї, "Müller" – العَرَبِيَّة!')).toEqual(['Сім’ї', 'Müller', 'العَرَبِيَّة']);
});
