import { expect, test } from 'vitest';
import { matchAll } from './index.ts';

test.each([
  ['Frauenverein Tschiya', 'Frauenverein Chiya'],
  ['Verein Nai Lomi', 'Verein Nay Lomi'],
  [
    'Arbeitskreis für interkulturelle Begegnung, Bildun',
    'Arbeitskreis f. interkulturelle Begegnung, Bildung und Beratung',
  ],
])('"%s" and "%s" are one in one house', (a, b) => {
  const where = { street: 'Ring 3', postcode: '01067' };
  const others = ['Nähstube Regenbogen', 'Musikverein Amsel', 'Lerntreff Kastanie', 'Schachklub Turm'];
  const { clusters } = matchAll([
    { source: 'a', name: a, ...where },
    { source: 'b', name: b, ...where },
    ...others.map((name, at) => ({ source: 'a', name, street: `Weg ${at}`, postcode: '01067' })),
  ]);
  expect(clusters).toEqual([[0, 1]]);
});
