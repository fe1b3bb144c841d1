import fc from 'fast-check';
import { expect, test } from 'vitest';
import { romanise } from './romanise.ts';

test.each([
  ['Шевченко', ['shevchenko', 'schewtschenko', 'chevtchenko', 'ševčenko']],
  ['Вінниця', ['vinnytsya', 'winnyzja', 'vinnytsia', 'vinnycja']],
  ['Гельсінкі', ['helsinki', 'gelsinki']],
  ['Μπενίν', ['benin', 'mpenin', 'mbenin']],
  ['Гольцев', ['goltsev', 'golzew', 'holcev']],
  ['Соловьев Елена', ['solovev elena', 'solowjew jelena', 'solovyev yelena', 'soloviev ielena']],
  ['ђорђевић', ['djordjevic', 'djordjewic']],
  ['مركز', ['markaz', 'markas']],
  ['حسن', ['hasan']],
  ['شباب', ['shabab', 'schabab', 'chabab', 'sabab']],
  ['Θεσσαλονίκη', ['thessaloniki', 'tessaloniki', 'thessalonike']],
  ['თბილისი', ['tbilisi']],
  ['ትግርኛ', ['tgrnya', 'tgrnja', 'tgrgna']],
  ['کوردستان', ['kurdastan', 'kourdastan']],
])('%s is written %j', (text, written) => {
  expect(romanise(text)).toEqual(written);
});

test('Latin letters stay as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(romanise(text)).toEqual([text]);
    }),
  );
  expect(romanise('Kurdî Derneği')).toEqual(['Kurdî Derneği']);
});

const LETTERS = [
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ',
  'абвгґдђеёєжзиіїйјклљмнњопрстћуўфхцчџшщыэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
];

test.each(LETTERS)('one to four romanisations of %s have only Latin letters', (letters) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }), (word) => {
      const written = romanise(word.join(''));
      expect(written.length).toBeGreaterThanOrEqual(1);
      expect(written.length).toBeLessThanOrEqual(4);
      for (const one of written) expect(one).toMatch(/^\p{Script=Latin}*$/u);
    }),
  );
});

test('every sign of the Ethiopic rows has a Latin spelling', () => {
  for (let code = 0x1200; code < 0x1248; code += 1) {
    expect(romanise(String.fromCodePoint(code))[0]).toMatch(/^[a-z]*$/);
  }
});
