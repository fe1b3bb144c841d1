import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Country } from './place.ts';
import { cutPostcode, readPostcode } from './postcode.ts';

function read(raw: string, country?: Country): string[] {
  return readPostcode(raw, country).map((reading) => `${reading.countries.join('/')} ${reading.postcode}`);
}

test('a postcode is read through what people and spreadsheets do to it', () => {
  expect(read('09116')).toEqual(['DE 09116']);
  expect(read(' 09 116 ')).toEqual(['DE 09116']);
  expect(read("'09116")).toEqual(['DE 09116']);
  expect(read('002625')).toEqual(['DE 02625']);
  expect(read('9116', 'DE')).toEqual(['DE 09116', 'AT/CH/LI 9116']);
  expect(read('2625.0')).toEqual(['AT/CH/LI 2625', 'DE 02625']);
  expect(read('D-01067')).toEqual(['DE 01067']);
  expect(read('A-1010')).toEqual(['AT 1010']);
  expect(read('CH 8001')).toEqual(['CH/LI 8001']);
  expect(read('FL-9490')).toEqual(['LI 9490']);
  expect(read('01010', 'AT')).toEqual(['AT/CH/LI 1010', 'DE 01010']);
});

test('what is no postcode has no reading', () => {
  for (const raw of ['', '-', 'abc', '12', '1234567890', '09116a', '9,116,5']) expect(read(raw)).toEqual([]);
});

test('every correction says from what to what', () => {
  expect(readPostcode('2625.0', 'DE')[0]?.corrections).toEqual([
    { key: 'places.correction.decimal', values: { from: '2625.0' } },
    { key: 'places.correction.lostZero', values: { from: '2625', to: '02625' } },
  ]);
});

test('a German postcode survives lost zeros, zeros too many and a decimal point', () => {
  const postcodes = fc.integer({ min: 1001, max: 99_999 }).map((number) => String(number).padStart(5, '0'));
  fc.assert(
    fc.property(postcodes, fc.constantFrom('', '.0', ',00'), fc.nat(3), (postcode, end, zeros) => {
      expect(read(String(Number(postcode)) + end, 'DE')[0]).toBe(`DE ${postcode}`);
      expect(read('0'.repeat(zeros) + postcode + end, 'DE')[0]).toBe(`DE ${postcode}`);
    }),
  );
});

test('the postcode of a line is found, the number of a house is not', () => {
  expect(cutPostcode('Hauptstraße 5, 09111 Chemnitz')).toEqual({
    postcode: '09111',
    before: 'Hauptstraße 5, ',
    after: ' Chemnitz',
  });
  expect(cutPostcode('Hauptstraße 115 Chemnitz')).toBeNull();
});
