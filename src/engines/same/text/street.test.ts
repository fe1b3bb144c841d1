import { expect, test } from 'vitest';
import { streetOf } from './street.ts';

test.each([
  'Hansastraße 12 a',
  'Hansastr. 12a',
  'Hansastr.12a',
  'Hansa-Str. 12 A',
  'HANSASTRASSE 12A',
  'Hansastrasse Nr. 12a',
  'hansa straße 12a',
])('%j is one house', (text) => {
  expect(streetOf(text)).toEqual({ street: 'hansastr', number: '12a', extra: '' });
});

test.each([
  ['Hansastraße 12-14', 'hansastr', '12', '14'],
  ['Hansastr. 12, Hinterhaus', 'hansastr', '12', 'hinterhaus'],
  ['Straße des 17. Juni 135', 'strdes17juni', '135', ''],
  ['St.-Georgen-Straße 5', 'sanktgeorgenstr', '5', ''],
  ['Albertpl. 4', 'albertpl', '4', ''],
  ['Dr.-Külz-Ring 7 b', 'doktorkuelzring', '7b', ''],
  ['Am Markt 1', 'ammarkt', '1', ''],
  ['Zum Adelsberg', 'zumadelsberg', null, ''],
  ['Carl-von-Ossietzky-Straß', 'carlvonossietzkystr', null, ''],
  ['Atatürk Caddesi 12', 'atatuerkcad', '12', ''],
  ['c/o Nujin, Hansastr. 3', 'hansastr', '3', ''],
])('%j is %s, %s %s', (text, street, number, extra) => {
  expect(streetOf(text)).toEqual({ street, number, extra });
});

test('a number that stands first, as in English and French', () => {
  expect(streetOf('2117 Chestnut St.')).toEqual(streetOf('2117 Chestnut Street'));
  expect(streetOf('435 S. La Cienega Blvd.')).toEqual(streetOf('435 South La Cienega Boulevard'));
  expect(streetOf('25 W. 40th St. between 5th and 6th Aves.')).toEqual(streetOf('25 West 40th Street'));
});

test.each(['', '12', '-', 'Postfach 12 34'])('%j names no street', (text) => {
  expect(streetOf(text)).toBeNull();
});
