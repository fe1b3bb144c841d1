import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skeletonsOf } from './skeleton.ts';

test.each([
  ['محمد', 'Mohammed'],
  ['Мухаммед', 'Muhamed'],
  ['حسن', 'Hassan'],
  ['Хасан', 'Hasan'],
  ['قذافي', 'Gaddafi'],
  ['جميلة', 'Dschamila'],
  ['جميلة', 'Gamila'],
  ['خالد', 'Chalid'],
  ['خالد', 'Khaled'],
  ['خالد', 'Halid'],
  ['شمس', 'Schams'],
  ['الشمس', 'Shams'],
  ['ثريا', 'Suraya'],
  ['ثريا', 'Thuraya'],
  ['Чехов', 'Tschechow'],
  ['Чехов', 'Chekhov'],
  ['Хмельницький', 'Chmelnyzkyj'],
  ['Ёлка', 'Yolka'],
  ['Щедрик', 'Schtschedryk'],
  ['Щедрик', 'Shchedryk'],
  ['Гельсінкі', 'Helsinki'],
  ['Ђорђевић', 'Djordjevic'],
  ['ሰላም', 'Selam'],
  ['თბილისი', 'Tbilissi'],
  ['Αθήνα', 'Athina'],
  ['کوردستان', 'Kurdistan'],
  ['روژ', 'Roj'],
  ['Şêrko', 'Scherko'],
])('%s and %s have a skeleton in common', (a, b) => {
  const ofB = new Set(skeletonsOf(b));
  expect(skeletonsOf(a).filter((skeleton) => ofB.has(skeleton))).not.toEqual([]);
});

test.each([
  ['محمد', 'Ahmed'],
  ['Чехов', 'Puschkin'],
  ['Verein', 'Zentrum'],
])('%s and %s have none', (a, b) => {
  const ofB = new Set(skeletonsOf(b));
  expect(skeletonsOf(a).filter((skeleton) => ofB.has(skeleton))).toEqual([]);
});

test('numbers and signs of unknown scripts are their own skeleton', () => {
  expect(skeletonsOf('2000')).toEqual(['2000']);
  expect(skeletonsOf('北京')).toEqual(['北京']);
  expect(skeletonsOf('')).toEqual([]);
});

test('case, marks and doubled letters change no skeleton', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[abdefiklmnoprtu]{1,12}$/), (word) => {
      expect(skeletonsOf(word.toUpperCase())).toEqual(skeletonsOf(word));
      expect(skeletonsOf(word.replace(/[lmnr]/g, '$&$&'))).toEqual(skeletonsOf(word));
    }),
  );
});
