import { expect, test } from 'vitest';
import { isEmpty } from './is-empty.ts';

test.each([
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '-',
  '–',
  '---',
  '?',
  '.',
  '/',
  'k.A.',
  'k. A.',
  'K.A.',
  'n/a',
  'N/A',
  'NA',
  'nan',
  'NaN',
  'null',
  'NULL',
  '#NV',
  '#N/A',
  'keine Angabe',
  'unbekannt',
  '(leer)',
])('%j says nothing', (raw) => {
  expect(isEmpty(raw)).toBe(true);
});

test.each(['0', 'nein', 'keine', 'na', 'x', '1', 'Nanette', 'AWO', '+', 'ja?', 'k'])('%j says something', (raw) => {
  expect(isEmpty(raw)).toBe(false);
});
