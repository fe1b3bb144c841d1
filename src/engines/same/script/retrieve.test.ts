import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexNames } from './retrieve.ts';

const NAMES = [
  'Schewtschenko',
  'Tschechow',
  'Mohammed',
  'Ahmed',
  'Hassan',
  'Lesja',
  'ترکیه',
  'Чайковський',
  'Dresden',
  '2000',
];

test.each([
  ['Шевченко', 'Schewtschenko'],
  ['Чехов', 'Tschechow'],
  ['Chekhov', 'Tschechow'],
  ['محمد', 'Mohammed'],
  ['أحمد', 'Ahmed'],
  ['حسن', 'Hassan'],
  ['Леся', 'Lesja'],
  ['Tschaikowski', 'Чайковський'],
  ['Torkiye', 'ترکیه'],
  ['2000', '2000'],
])('%s is nearest to %s', (asked, found) => {
  const [nearest] = indexNames(NAMES).nameCandidates(asked);
  expect(NAMES[nearest?.at ?? -1]).toBe(found);
});

test('no more are given than asked for, nearest first', () => {
  const found = indexNames(NAMES).nameCandidates('Мохаммед', 2);
  expect(found).toHaveLength(2);
  expect(found.map(({ distance }) => distance)).toEqual(
    found.map(({ distance }) => distance).toSorted((a, b) => a - b),
  );
});

test('an index that was asked before answers as a new one', () => {
  const asked = indexNames(NAMES);
  asked.nameCandidates('Чехов');
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), (name) => {
      expect(asked.nameCandidates(name)).toEqual(indexNames(NAMES).nameCandidates(name));
    }),
  );
});

test('an index of nothing finds nothing', () => {
  expect(indexNames([]).nameCandidates('Чехов')).toEqual([]);
});
