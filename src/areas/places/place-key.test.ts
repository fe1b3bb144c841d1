import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeKey } from './index.ts';

test('spellings of one place meet: case, blanks, what stands between, titles, umlauts, lost zeros', () => {
  for (const [one, other] of [
    ['Neustadt', 'NEUSTADT'],
    ['Neustadt an der Saale', 'Neustadt a. d. Saale'],
    ['Stadt Neustadt', 'neustadt'],
    ['Mühlhausen', 'Muehlhausen'],
    ['St. Georgen', 'Sankt Georgen'],
    ['09116 Chemnitz', 'D-09116  Chemnitz'],
    ['9116 Chemnitz', '09116 chemnitz'],
  ] as const)
    expect([one, placeKey(one, 'DE')]).toEqual([one, placeKey(other, 'DE')]);
});

test('other places do not meet: other words, other postcodes, letters without their dots', () => {
  for (const [one, other] of [
    ['Neustadt', 'Neustadt an der Saale'],
    ['09116 Neustadt', '09117 Neustadt'],
    ['Neustadt', '09116 Neustadt'],
    ['Münster', 'Munster'],
    ['مدينة', 'قرية'],
  ] as const)
    expect(placeKey(one, 'DE')).not.toBe(placeKey(other, 'DE'));
});

test('nothing that is typed makes it throw, and blanks around it do not count', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(placeKey(` ${text} `)).toBe(placeKey(text));
    }),
  );
});
