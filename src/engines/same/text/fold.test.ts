import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLong, foldShort } from './fold.ts';

test.each([
  ['Müßiggang', 'muessiggang', 'mussiggang'],
  ['İstanbul Çocuk', 'istanbul cocuk', 'istanbul cocuk'],
  ['ISPARTA ığdır', 'isparta igdir', 'isparta igdir'],
  ['Hevalên Jinê Kurdî', 'hevalen jine kurdi', 'hevalen jine kurdi'],
  ['Łódź', 'lodz', 'lodz'],
  ['Đorđević', 'dordevic', 'dordevic'],
  ['Žižkov', 'zizkov', 'zizkov'],
  ['Ｖｅｒｅｉｎ', 'verein', 'verein'],
])('%j is folded to %j and %j', (text, long, short) => {
  expect(foldLong(text)).toBe(long);
  expect(foldShort(text)).toBe(short);
});

test('letters that Arabic and Persian keyboards exchange meet, lengthened words too', () => {
  expect(foldLong('جمعيّة')).toBe(foldLong('جمعيـــه'));
  expect(foldLong('کانون فرهنگی')).toBe(foldLong('كانون فرهنگي'));
});

test('й and ї are letters of their own, ё is written without dots as well', () => {
  expect(foldLong('Київ й ё')).toBe('київ й е');
});

test('digits of other scripts are digits', () => {
  expect(foldLong('٢٠١٦ ۱۲ १२')).toBe('2016 12 12');
});

test('what is folded stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldLong(foldLong(text))).toBe(foldLong(text));
      expect(foldShort(foldShort(text))).toBe(foldShort(text));
    }),
  );
});

test('plain letters are only made small', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(foldLong(text)).toBe(text.toLowerCase());
      expect(foldShort(text)).toBe(text.toLowerCase());
    }),
  );
});
