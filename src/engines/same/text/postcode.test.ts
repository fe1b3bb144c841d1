import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postcodeOf } from './postcode.ts';

test.each([
  ['1067', 'DE', '01067'],
  ['002625', 'DE', '02625'],
  ['002625', undefined, '02625'],
  ['2625.0', 'DE', '02625'],
  ['D-01067', undefined, '01067'],
  ['01067 Dresden', 'DE', '01067'],
  ['A-1010', undefined, '1010'],
  ['1010', 'AT', '1010'],
  ['1010', undefined, '1010'],
  ['8004', 'CH', '8004'],
  ['E94 8DE', undefined, 'E948DE'],
  ['e94 8de', 'GB', 'E948DE'],
])('%j in %s is %s', (text, country, postcode) => {
  expect(postcodeOf(text, country)).toBe(postcode);
});

test.each(['', '-', '0', '12', 'Dresden', '00000'])('%j is no German postcode', (text) => {
  expect(postcodeOf(text, 'DE')).toBeNull();
});

test('a German postcode comes back however many of its first zeros are lost or added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1001, max: 99_998 }), fc.nat({ max: 2 }), (number, zeros) => {
      const postcode = String(number).padStart(5, '0');
      expect(postcodeOf('0'.repeat(zeros) + String(number), 'DE')).toBe(postcode);
    }),
  );
});
